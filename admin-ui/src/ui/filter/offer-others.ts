// What a field of free words offers: what fits what is typed; all there is, where what stands there is one of them already.
import type { OptionsFilter } from "@mantine/core";

export const offerOthers: OptionsFilter = ({ options, search }) => {
  const typed = search.trim().toLowerCase();
  const isChosen = options.some((option) => "value" in option && option.value === search);
  return options.filter(
    (option) => isChosen || !("value" in option) || option.value.toLowerCase().includes(typed),
  );
};
