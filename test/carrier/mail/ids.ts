// Identifiers as Resend and Svix hand them out, drawn from the given generator: one seed, one story.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** A UUID of version 4. */
export function mintUuid(random: () => number): string {
  return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (place) => {
    const digit = Math.floor(random() * 16);
    return (place === "y" ? (digit & 3) | 8 : digit).toString(16);
  });
}

export function mintText(random: () => number, length: number): string {
  return Array.from({ length }, () => LETTERS.charAt(Math.floor(random() * LETTERS.length))).join("");
}
