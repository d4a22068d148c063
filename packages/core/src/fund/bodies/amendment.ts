import { Schema, type Infer } from "../../base/schema.ts";
import { hash } from "./scalars.ts";

export const charterAmendSchema = Schema.object({ charter: hash });
export type CharterAmendBody = Infer<typeof charterAmendSchema>;
