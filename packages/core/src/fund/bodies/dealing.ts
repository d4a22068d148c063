import { Schema, type Infer } from "../../base/schema.ts";
import { id } from "./scalars.ts";

export const navStrikeSchema = Schema.object({ class: id });
export type NavStrikeBody = Infer<typeof navStrikeSchema>;
