import { Schema, type Infer } from "../../base/schema.ts";
import { currency, id, texts } from "./scalars.ts";

export const vehicleCreateSchema = Schema.object({
  vehicle: id,
  kind: Schema.oneOf(["project", "umbrella"]),
  name: texts,
  currency,
  /** The vehicle above it: an umbrella pools the projects that name it here. */
  owner: id,
});
export type VehicleCreateBody = Infer<typeof vehicleCreateSchema>;

export const vehicleDissolveSchema = Schema.object({ vehicle: id });
export type VehicleDissolveBody = Infer<typeof vehicleDissolveSchema>;
