-- Prices, distributions, charges and orders.

CREATE TABLE strikes (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  strike text NOT NULL,
  vehicle text NOT NULL,
  unit_class text NOT NULL,
  currency text NOT NULL,
  net_assets numeric(40, 0) NOT NULL,
  micro_units numeric(40, 0) NOT NULL,
  price numeric NOT NULL,
  stale numeric(40, 0),
  contested numeric(40, 0)
);
COMMENT ON TABLE strikes IS 'Net asset values per unit as they were struck.';
COMMENT ON COLUMN strikes.strike IS 'Id: the act that struck it.';
COMMENT ON COLUMN strikes.vehicle IS 'The vehicle.';
COMMENT ON COLUMN strikes.unit_class IS 'The class.';
COMMENT ON COLUMN strikes.currency IS 'Currency.';
COMMENT ON COLUMN strikes.net_assets IS 'Of the whole vehicle, minor units.';
COMMENT ON COLUMN strikes.micro_units IS 'Millionths of a unit of the class.';
COMMENT ON COLUMN strikes.price IS 'Price per unit, main units of the currency.';
COMMENT ON COLUMN strikes.stale IS 'Of the net assets, values that were out of date, minor units.';
COMMENT ON COLUMN strikes.contested IS 'Of the net assets, values that were contested, minor units.';

CREATE TABLE distributions (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  distribution text NOT NULL,
  stage text NOT NULL,
  vehicle text NOT NULL,
  investment text,
  currency text NOT NULL,
  minor numeric(40, 0) NOT NULL,
  tiers jsonb
);
COMMENT ON TABLE distributions IS 'Distributions as they were determined, and as they were declared.';
COMMENT ON COLUMN distributions.distribution IS 'Id: the act that determined it.';
COMMENT ON COLUMN distributions.stage IS 'determined or declared.';
COMMENT ON COLUMN distributions.vehicle IS 'Who distributes.';
COMMENT ON COLUMN distributions.investment IS 'Whose money it is, where that is one investment''s.';
COMMENT ON COLUMN distributions.currency IS 'Currency.';
COMMENT ON COLUMN distributions.minor IS 'Minor units.';
COMMENT ON COLUMN distributions.tiers IS 'How it went through the tiers; of a declaration.';

CREATE TABLE distribution_shares (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  distribution text NOT NULL,
  vehicle text NOT NULL,
  party text NOT NULL,
  currency text NOT NULL,
  minor numeric(40, 0) NOT NULL,
  income numeric(40, 0) NOT NULL,
  realised_gain numeric(40, 0) NOT NULL,
  return_of_capital numeric(40, 0) NOT NULL,
  carry numeric(40, 0) NOT NULL
);
COMMENT ON TABLE distribution_shares IS
  'Each party''s part of a declared distribution; what was paid of it is in receipts.';
COMMENT ON COLUMN distribution_shares.distribution IS 'The distribution.';
COMMENT ON COLUMN distribution_shares.vehicle IS 'Who distributes.';
COMMENT ON COLUMN distribution_shares.party IS 'Whose part.';
COMMENT ON COLUMN distribution_shares.currency IS 'Currency.';
COMMENT ON COLUMN distribution_shares.minor IS 'Minor units: the sum of the three characters.';
COMMENT ON COLUMN distribution_shares.income IS 'Of it, income.';
COMMENT ON COLUMN distribution_shares.realised_gain IS 'Of it, gains that became money.';
COMMENT ON COLUMN distribution_shares.return_of_capital IS 'Of it, return of capital.';
COMMENT ON COLUMN distribution_shares.carry IS 'Of it, carried interest, which is paid on its own.';

CREATE TABLE fee_changes (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  fee text NOT NULL,
  change text NOT NULL,
  minor numeric(40, 0) NOT NULL
);
COMMENT ON TABLE fee_changes IS 'Fees as they accrued, were waived, and were instructed to be paid.';
COMMENT ON COLUMN fee_changes.fee IS 'Id of the fee in the charter.';
COMMENT ON COLUMN fee_changes.change IS 'accrued (to effective_date, excluded), waived or instructed.';
COMMENT ON COLUMN fee_changes.minor IS 'Minor units of its vehicle''s currency.';

CREATE TABLE expenses (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  expense text NOT NULL,
  vehicle text NOT NULL,
  category text NOT NULL,
  payee text NOT NULL,
  charge text NOT NULL,
  currency text NOT NULL,
  minor numeric(40, 0) NOT NULL,
  due_date date
);
COMMENT ON TABLE expenses IS 'Expenses as they were booked.';
COMMENT ON COLUMN expenses.expense IS 'Id: the act that booked it.';
COMMENT ON COLUMN expenses.vehicle IS 'Who pays.';
COMMENT ON COLUMN expenses.category IS 'Category of the charter.';
COMMENT ON COLUMN expenses.payee IS 'Who is paid.';
COMMENT ON COLUMN expenses.charge IS 'external, or internal where a party of the fund charges it.';
COMMENT ON COLUMN expenses.currency IS 'Currency.';
COMMENT ON COLUMN expenses.minor IS 'Minor units.';
COMMENT ON COLUMN expenses.due_date IS 'Last day to pay it.';

CREATE TABLE orders (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  order_id text NOT NULL,
  unit_class text NOT NULL,
  holder text NOT NULL,
  distributor text NOT NULL,
  kind text NOT NULL,
  minor numeric(40, 0) NOT NULL,
  micro_units numeric(40, 0) NOT NULL,
  dealing_day date NOT NULL
);
COMMENT ON TABLE orders IS 'Orders for units of a feeder, as they were placed.';
COMMENT ON COLUMN orders.order_id IS 'Id: the fact that reported it.';
COMMENT ON COLUMN orders.unit_class IS 'The class.';
COMMENT ON COLUMN orders.holder IS 'The holder''s opaque number.';
COMMENT ON COLUMN orders.distributor IS 'Through whom.';
COMMENT ON COLUMN orders.kind IS 'subscription or redemption.';
COMMENT ON COLUMN orders.minor IS 'Paid in, minor units; 0 of a redemption.';
COMMENT ON COLUMN orders.micro_units IS 'To be given back, millionths of a unit; 0 of a subscription.';
COMMENT ON COLUMN orders.dealing_day IS 'The first day on which it takes part.';

CREATE TABLE order_changes (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  order_id text NOT NULL,
  change text NOT NULL,
  price numeric,
  minor numeric(40, 0),
  micro_units numeric(40, 0)
);
COMMENT ON TABLE order_changes IS 'What became of orders; effective_date is the day.';
COMMENT ON COLUMN order_changes.order_id IS 'The order.';
COMMENT ON COLUMN order_changes.change IS 'dealt or cancelled.';
COMMENT ON COLUMN order_changes.price IS 'Price per unit, main units of the currency.';
COMMENT ON COLUMN order_changes.minor IS 'Money, minor units.';
COMMENT ON COLUMN order_changes.micro_units IS 'Millionths of a unit.';
