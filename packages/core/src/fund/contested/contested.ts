import type { LocalDate } from "../../calendar/date.ts";
import type { Standing } from "../../facilities/covenant-ladder.ts";
import type { Rejection } from "../../governance/rejection.ts";
import type { StatementKind } from "../../governance/statement.ts";
import type { ContestedCapital } from "./contested-capital.ts";
import type { ContestedTrouble } from "./contested-trouble.ts";
import type { ContestedValue } from "./contested-values.ts";

type About = {
  readonly entry: number;
  readonly on: LocalDate;
  /** The charter's clause that it happened under, or the rule of the record. */
  readonly clause: string;
};

/** Everything that was refused, stopped, disputed or late, in the order of the log. */
export type Contested = About &
  (
    | {
        readonly kind: "refused";
        readonly statement: StatementKind | "unreadable";
        readonly officer: string;
        readonly party: string;
        readonly actType?: string;
        readonly actId?: string;
        /** Id of the investment that the act is about. */
        readonly investment?: string;
        readonly code: string;
        readonly facts: Rejection["facts"];
      }
    | {
        readonly kind: "vetoed" | "objected";
        readonly officer: string;
        readonly party: string;
        readonly reason: string;
        readonly actId: string;
        readonly actType: string;
        readonly proposedBy: string;
      }
    | {
        readonly kind: "recused";
        readonly officer: string;
        readonly party: string;
        readonly reason: string;
        readonly seats: readonly string[];
        readonly actId: string;
        readonly actType: string;
      }
    | {
        /** Voted down, or run out before it was executed. */
        readonly kind: "rejected" | "lapsed";
        readonly actId: string;
        readonly actType: string;
        readonly proposedBy: string;
      }
    | {
        readonly kind: "frozen";
        readonly parties: readonly string[];
        readonly until: LocalDate;
        readonly actId: string;
      }
    | ContestedCapital
    | ContestedValue
    | ContestedTrouble
    | {
        /** A covenant that came to another step. */
        readonly kind: "covenantStepped";
        readonly covenant: string;
        readonly step: Standing;
        /** Exact ratio that it was tested at, as text; absent where it had no value. */
        readonly ratio?: string;
      }
  );
