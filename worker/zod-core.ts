// Stands in for "zod/v4/core" (an alias in wrangler.toml): the whole of it would bring every locale into the Worker.
export { toJSONSchema } from "zod";
