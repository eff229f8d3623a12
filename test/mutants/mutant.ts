// One guard removed, and the test that must then fail.

export interface Mutant {
  readonly law: string;
  /** What the missing guard would let happen. */
  readonly breaks: string;
  readonly file: string;
  readonly guard: string;
  readonly without: string;
  /** The test file that notices. */
  readonly project: "core" | "workerd" | "zeros";
  readonly test: string;
  /** A name in it, where the others would take long to notice nothing. */
  readonly only?: string;
}
