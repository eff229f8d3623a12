// The forms of steps weigh as much as the list of them: whoever only looks never fetches them.

export function loadForms() {
  return import("./step-body.tsx");
}
