/** What is asked of a policy file that comes with the program. */
export type PolicyQuestion = {
  readonly file: string;
  readonly paths: number;
  readonly seed: string;
  /** Figures otherwise than in the file, as text (PO2), by the paths of PO31. */
  readonly figures: { readonly [path: string]: string };
};
