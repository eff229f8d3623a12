// Words as they are shown: text, never markup, with the addresses in it made to be followed.

/** Up to the first space; a full stop or bracket at the end belongs to the sentence. */
const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g;

/** The text as nodes to append. */
export function toNodes(text: string): (string | HTMLAnchorElement)[] {
  const nodes: (string | HTMLAnchorElement)[] = [];
  let end = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    nodes.push(text.slice(end, index), toLink(address));
    end = index + address.length;
  }
  return [...nodes, text.slice(end)];
}

function toLink(address: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}
