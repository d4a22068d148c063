import type { Area } from "../../app/page-entry.ts";
import { words } from "./words.ts";
import { draftWords } from "./words/drafting.ts";

/** Whose the pages are on what those who run the fund have for themselves (H87). */
const RUNNING = ["officer", "auditor"] as const;

/** What officers work with; the auditor reads it too, partners draft and weigh their own acts. */
export const officerArea: Area = {
  id: "officer",
  title: words.area,
  roles: ["officer", "auditor", "partner"],
  pages: [
    {
      path: "/desk",
      title: words.desk,
      inMenu: true,
      load: async () => ({ Page: (await import("./desk-page.tsx")).DeskPage }),
    },
    {
      path: "/desk/propose",
      title: words.propose,
      inMenu: true,
      load: async () => ({ Page: (await import("./propose-page.tsx")).ProposePage }),
    },
    {
      path: "/desk/draft",
      title: draftWords.choose,
      load: async () => ({ Page: (await import("./draft-page.tsx")).DraftPage }),
    },
    {
      path: "/desk/acts/$id",
      title: words.review,
      load: async () => ({ Page: (await import("./act-page.tsx")).ActPage }),
    },
    {
      path: "/desk/cash",
      title: words.cash,
      inMenu: true,
      roles: RUNNING,
      load: async () => ({ Page: (await import("./cash-page.tsx")).CashPage }),
    },
    {
      path: "/desk/calendar",
      title: words.calendar,
      inMenu: true,
      load: async () => ({ Page: (await import("./calendar-page.tsx")).CalendarPage }),
    },
    {
      path: "/desk/alarms",
      title: words.alarms,
      inMenu: true,
      roles: RUNNING,
      load: async () => ({ Page: (await import("./alarms-page.tsx")).AlarmsPage }),
    },
  ],
};
