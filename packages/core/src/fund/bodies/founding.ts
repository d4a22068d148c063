import { choiceByField } from "../../base/field-choice.ts";
import { Schema, type Infer } from "../../base/schema.ts";
import { publicKeyText } from "../../governance/key-text.ts";
import { passkeySchema } from "../../governance/passkey.ts";
import { hash, id } from "./scalars.ts";

const officer = { id, party: id, seats: Schema.array(id, { max: 16, unique: true }) };

export const foundingSchema = Schema.object({
  charter: hash,
  logKey: Schema.string({ minLength: 1, maxLength: 400 }),
  mirrors: Schema.array(
    Schema.object({ party: id, vkey: Schema.string({ minLength: 1, maxLength: 400 }) }),
    { max: 8, unique: ["party"] },
  ),
  witnesses: Schema.array(
    Schema.object({ name: id, vkey: Schema.string({ minLength: 1, maxLength: 400 }) }),
    { max: 16, unique: ["name"] },
  ),
  officers: Schema.array(
    choiceByField("passkey", {
      without: Schema.object({ ...officer, publicKey: publicKeyText }),
      having: Schema.object({ ...officer, passkey: passkeySchema }),
    }),
    { min: 1, max: 200 },
  ),
});
export type FoundingBody = Infer<typeof foundingSchema>;
