// One guard removed, and the test that must then fail.

export interface Mutant {
  readonly law: string;
  /** What the missing guard would let happen. */
  readonly breaks: string;
  readonly file: string;
  readonly guard: string;
  readonly without: string;
  /** The test file that notices, and the name it notices under. */
  readonly project: "core" | "workerd" | "zeros";
  readonly test: string;
  /** In a run of the zeros, how many people it takes until one of them is hit. */
  readonly people?: number;
}
