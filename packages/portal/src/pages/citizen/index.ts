import type { Area } from "../../app/page-entry.ts";
import { words } from "./words.ts";

/** A citizen's own slice, from its worth to an order. */
export const citizenArea: Area = {
  id: "citizen",
  title: words.area,
  roles: ["citizen"],
  pages: [
    {
      path: "/my",
      title: words.slice,
      inMenu: true,
      load: async () => ({ Page: (await import("./slice-page.tsx")).SlicePage }),
    },
    {
      path: "/my/order",
      title: words.order,
      inMenu: true,
      load: async () => ({ Page: (await import("./order-page.tsx")).OrderPage }),
    },
    {
      path: "/my/orders",
      title: words.orders,
      inMenu: true,
      load: async () => ({ Page: (await import("./orders-page.tsx")).OrdersPage }),
    },
    {
      path: "/my/payments",
      title: words.payments,
      inMenu: true,
      load: async () => ({ Page: (await import("./payments-page.tsx")).PaymentsPage }),
    },
    {
      path: "/my/statement",
      title: words.statement,
      inMenu: true,
      load: async () => ({ Page: (await import("./statement-page.tsx")).StatementPage }),
    },
  ],
};
