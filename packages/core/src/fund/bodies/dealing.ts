import { Schema, type Infer } from "../../base/schema.ts";
import { id } from "./scalars.ts";

export const navStrikeSchema = Schema.object({ vehicle: id });
export type NavStrikeBody = Infer<typeof navStrikeSchema>;

export const classSchema = Schema.object({ class: id });
export type ClassBody = Infer<typeof classSchema>;
