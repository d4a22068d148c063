import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { UnitClass } from "../charter/charter.ts";

/** When a class was opened by an act, and when it was closed. */
export type ClassStatus = { readonly openedOn?: LocalDate; readonly closedOn?: LocalDate };

/** By class id; classes that are open from the adoption on stand in it once they are closed. */
export type ClassRegister = PersistentMap<ClassStatus>;

export const noClassActs: ClassRegister = PersistentMap.empty;

export type ClassEvent = {
  readonly kind: "classOpened" | "classClosed";
  readonly unitClass: string;
  readonly on: LocalDate;
};

export function evolveClasses(register: ClassRegister, event: ClassEvent): ClassRegister {
  const { unitClass, on } = event;
  const status = register.get(unitClass) ?? {};
  const changed = event.kind === "classOpened" ? { openedOn: on } : { closedOn: on };
  return register.set(unitClass, { ...status, ...changed });
}

/** Whether units of a class were ever for sale: its law binds from then on, closed or not [DL6]. */
export function wasOpened(register: ClassRegister, { id, opens }: UnitClass): boolean {
  return opens === "adoption" || register.get(id)?.openedOn !== undefined;
}

/** Whether new money may buy units of a class. */
export function isOpen(register: ClassRegister, unitClass: UnitClass): boolean {
  return wasOpened(register, unitClass) && register.get(unitClass.id)?.closedOn === undefined;
}
