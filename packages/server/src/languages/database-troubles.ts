import type { DatabaseTrouble } from "../database/database.ts";
import type { Text } from "./language.ts";
import { message } from "./messages.ts";

/** Why a database cannot be used now, in words. */
export function databaseTroubleText(trouble: DatabaseTrouble): Text {
  const { place } = trouble;
  switch (trouble.code) {
    case "database_in_use":
      return message("databaseInUse", place);
    case "database_too_old":
      return message("databaseTooOld", place, trouble.version);
    case "database_unreachable":
      return message("databaseUnreachable", place, trouble.because);
    case "database_of_other_record":
      return message("databaseOfOtherRecord", place);
    case "database_absent":
      return message("databaseAbsent", place);
  }
}
