import { Schema } from "@jointfund/core/base/schema.ts";
import type { PowersReport } from "../charter/powers-report.ts";
import { identifier, string, text } from "./wire-schemas.ts";

const { array, boolean, integer, object, oneOf, optional } = Schema;

const groups = array(array(identifier), {
  description: "Least groups of parties; a group of one does it alone.",
});

const partyPowerSchema = object({
  party: identifier,
  proposes: boolean(),
  approvesAlone: boolean({ description: "Its seats are enough, whoever proposes." }),
  forces: boolean({ description: "It brings the act about alone, whatever the others do." }),
  blocks: boolean({ description: "Nobody brings the act about against it." }),
  ...{ withholds: boolean(), vetoes: boolean(), objects: boolean(), stalls: boolean() },
  consulted: array(identifier, { description: "Bodies to be consulted in which it has a seat." }),
});

const bodyPowerSchema = object({
  ...{ body: identifier, approves: boolean(), withholds: boolean(), consulted: boolean() },
});

const tierSchema = object({
  when: optional(text),
  parties: array(partyPowerSchema),
  bodies: array(bodyPowerSchema),
  coalitions: optional(object({ winning: groups, blocking: groups })),
});

/** Who can stop or force what (CH87). */
export const powersSchema: Schema<PowersReport> = Schema.lazy("CharterPowers", () =>
  object({
    ...{ id: string(), version: integer({ min: 1 }), title: text },
    parties: array(
      object({
        ...{ id: identifier, name: text, kind: string(), kindText: text, sovereign: boolean() },
      }),
    ),
    bodies: array(object({ id: identifier, name: text })),
    acts: array(
      object({
        ...{ type: string(), clause: string(), name: text, nature: oneOf(["decision", "fact"]) },
        ...{ proposers: array(identifier), makerChecker: boolean(), tiers: array(tierSchema) },
      }),
    ),
  }),
);
