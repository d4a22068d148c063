import type { ActDefinition } from "../act-definition.ts";
import type { GovernanceEvent } from "../events.ts";
import type { GovernanceState } from "../state.ts";
import { appointmentSeat } from "./appointment.ts";
import { conflictDeclare, conflictWithdraw } from "./conflict.ts";
import { emergencyFreeze, emergencyUnfreeze } from "./emergency.ts";
import type { GovernanceAct } from "./governance-act.ts";
import { instructionRecord } from "./instruction.ts";
import { keyEnrol, keyRevoke, keyRotate } from "./keys.ts";

/** An act type whose body is its own business: it decodes what it then judges. */
type AnyGovernanceAct = ActDefinition<never, GovernanceState, GovernanceEvent>;

const erase = <Body>(act: GovernanceAct<Body>): AnyGovernanceAct =>
  act as unknown as AnyGovernanceAct;

/** The act types that need nothing but the state of governance. */
export const governanceActs: readonly AnyGovernanceAct[] = [
  erase(keyEnrol),
  erase(keyRotate),
  erase(keyRevoke),
  erase(appointmentSeat),
  erase(conflictDeclare),
  erase(conflictWithdraw),
  erase(emergencyFreeze),
  erase(emergencyUnfreeze),
  erase(instructionRecord),
];
