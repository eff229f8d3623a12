// The people of the demo, with numbers kept for fiction: Ofcom's 07700 900000-900999 and the NANPA's 555-0100 to 0199.

export const PEOPLE = {
  amara: ["+447700900201", "Amara Okafor"],
  ben: ["+447700900202", "Ben Whitfield"],
  chloe: ["+447700900203", "Chloe Barnes"],
  dev: ["+447700900204", "Dev Patel"],
  elena: ["+447700900205", "Elena Ruiz"],
  femi: ["+447700900206", "Femi Adeyemi"],
  grace: ["+447700900207", "Grace Lin"],
  hamza: ["+447700900208", "Hamza Yusuf"],
  iris: ["+447700900209", "Iris Morgan"],
  javier: ["+447700900210", "Javier Soto"],
  kath: ["+447700900211", "Kath Doyle"],
  layla: ["+447700900212", "ليلى حداد"],
  mateo: ["+447700900213", "Mateo Fernández"],
  nadia: ["+447700900214", "نادية سالم"],
  owen: ["+447700900215", "Owen Price"],
  priya: ["+447700900216", "Priya Nair"],
  quinn: ["+12065550117", "Quinn Harper"],
  rosa: ["+447700900218", "Rosa Delgado"],
  sam: ["+447700900219", "Sam Turner"],
  tomasz: ["+447700900220", "Tomasz Nowak"],
  uma: ["+447700900221", "Uma Krishnan"],
  victor: ["+12065550122", "Victor Chen"],
  wendy: ["+447700900223", "Wendy Clarke"],
  yusuf: ["+447700900224", "يوسف منصور"],
  zoe: ["+447700900225", "Zoe Hughes"],
} as const satisfies Record<string, readonly [number: string, name: string]>;

export type Person = keyof typeof PEOPLE;

/** Those who write for the first time. */
export const STRANGERS: ReadonlySet<string> = new Set<Person>(["tomasz", "rosa", "javier", "yusuf", "quinn"]);
