import type { Area } from "../../app/page-entry.ts";
import { documentWords } from "./document-words.ts";
import { words } from "./words.ts";

/** What a party has in the fund. Officers see their own side, auditors every one. */
export const partnerArea: Area = {
  id: "partner",
  title: words.area,
  roles: ["partner", "officer", "auditor"],
  pages: [
    {
      path: "/partner",
      title: words.position,
      inMenu: true,
      load: async () => ({ Page: (await import("./position-page.tsx")).PositionPage }),
    },
    {
      path: "/partner/notices",
      title: words.notices,
      inMenu: true,
      load: async () => ({ Page: (await import("./notices-page.tsx")).NoticesPage }),
    },
    {
      path: "/partner/notices/$id",
      title: words.notice,
      load: async () => ({ Page: (await import("./notice-page.tsx")).NoticePage }),
    },
    {
      path: "/partner/account",
      title: words.account,
      inMenu: true,
      load: async () => ({ Page: (await import("./account-page.tsx")).AccountPage }),
    },
    {
      path: "/partner/terms",
      title: words.terms,
      inMenu: true,
      load: async () => ({ Page: (await import("./terms-page.tsx")).TermsPage }),
    },
    {
      path: "/partner/documents",
      title: documentWords.title,
      inMenu: true,
      load: async () => ({ Page: (await import("./documents-page.tsx")).DocumentsPage }),
    },
  ],
};
