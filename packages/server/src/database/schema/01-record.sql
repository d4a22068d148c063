-- The record itself: its entries, what each changed, and what the charter names.
--
-- Every table of history has the columns entry, place, effective_date and recorded_at. Their
-- comments, the primary key and the refusal of changes are made for all of them in 09-history.sql.

CREATE TABLE fills (
  entries bigint PRIMARY KEY,
  root text NOT NULL,
  filled_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE fills IS
  'How far the database has come: a row for each batch, written in the transaction of its rows.';
COMMENT ON COLUMN fills.entries IS 'Entries of the log that are in the database since then.';
COMMENT ON COLUMN fills.root IS 'Merkle root of the log at that size, hexadecimal.';
COMMENT ON COLUMN fills.filled_at IS 'When this computer wrote it; no part of the record.';

CREATE TABLE entries (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  kind text NOT NULL,
  officer text NOT NULL,
  party text,
  act text,
  act_type text,
  protocol integer NOT NULL,
  leaf_hash text NOT NULL,
  effects_hash text NOT NULL
);
COMMENT ON TABLE entries IS 'Every entry of the log, one row each.';
COMMENT ON COLUMN entries.kind IS 'Kind of its statement: founding, proposal, approval, fact …';
COMMENT ON COLUMN entries.officer IS 'The officer who says it.';
COMMENT ON COLUMN entries.party IS 'The party for which that officer signs.';
COMMENT ON COLUMN entries.act IS 'Id of the act that it is, or is about.';
COMMENT ON COLUMN entries.act_type IS 'Type of that act.';
COMMENT ON COLUMN entries.protocol IS 'Number of the rules of replay that it follows.';
COMMENT ON COLUMN entries.leaf_hash IS 'Its leaf in the Merkle tree, hexadecimal.';
COMMENT ON COLUMN entries.effects_hash IS 'Hash of everything that it caused, as it states it.';

CREATE TABLE effects (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  kind text NOT NULL,
  detail jsonb NOT NULL
);
COMMENT ON TABLE effects IS
  'Everything else that entries caused: events of kinds that have no table of their own.';
COMMENT ON COLUMN effects.kind IS 'Kind of the event, as in docs/spec/record.md.';
COMMENT ON COLUMN effects.detail IS 'The event; amounts are decimal text in minor units.';
CREATE INDEX ON effects (kind);

CREATE TABLE contested (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  kind text NOT NULL,
  clause text NOT NULL,
  act text,
  act_type text,
  officer text,
  party text,
  code text,
  detail jsonb NOT NULL
);
COMMENT ON TABLE contested IS
  'Everything that was refused, stopped, disputed, late or in default, with its clause.';
COMMENT ON COLUMN contested.kind IS
  'refused, vetoed, objected, recused, rejected, lapsed, frozen, paidLate, covenantStepped …';
COMMENT ON COLUMN contested.clause IS 'Clause of the charter, or rule of the record.';
COMMENT ON COLUMN contested.act IS 'Id of the act, where it is about one.';
COMMENT ON COLUMN contested.act_type IS 'Type of that act.';
COMMENT ON COLUMN contested.officer IS 'Whose statement was refused, or who objected or stood back.';
COMMENT ON COLUMN contested.party IS 'The party that it is about.';
COMMENT ON COLUMN contested.code IS 'Of a refusal: the rejection (docs/reference/rejections.md).';
COMMENT ON COLUMN contested.detail IS 'What else there is to say, such as actual and required.';

CREATE TABLE days (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE days IS 'Days that were opened; effective_date is the day.';

CREATE TABLE charters (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  version integer NOT NULL,
  hash text NOT NULL,
  fund text NOT NULL,
  title jsonb NOT NULL,
  main_vehicle text NOT NULL
);
COMMENT ON TABLE charters IS 'Charters as they came into force.';
COMMENT ON COLUMN charters.version IS 'Version of the charter.';
COMMENT ON COLUMN charters.hash IS 'SHA-256 of its canonical bytes: the name of its blob.';
COMMENT ON COLUMN charters.fund IS 'Id of the fund.';
COMMENT ON COLUMN charters.title IS 'Title by language.';
COMMENT ON COLUMN charters.main_vehicle IS 'The vehicle that is the fund itself.';

CREATE TABLE charter_acts (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  charter_version integer NOT NULL,
  act_type text NOT NULL,
  clause text NOT NULL,
  nature text NOT NULL,
  name jsonb NOT NULL
);
COMMENT ON TABLE charter_acts IS 'The act types that a charter provides for, with their clauses.';
COMMENT ON COLUMN charter_acts.charter_version IS 'Version of the charter.';
COMMENT ON COLUMN charter_acts.act_type IS 'Type of act.';
COMMENT ON COLUMN charter_acts.clause IS 'The clause that holds its rule.';
COMMENT ON COLUMN charter_acts.nature IS 'decision or fact.';
COMMENT ON COLUMN charter_acts.name IS 'Name by language.';

CREATE TABLE charter_parties (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  charter_version integer NOT NULL,
  party text NOT NULL,
  kind text NOT NULL,
  name jsonb NOT NULL,
  currency text,
  fiscal_calendar text
);
COMMENT ON TABLE charter_parties IS 'Parties by charter version, and those admitted since.';
COMMENT ON COLUMN charter_parties.charter_version IS 'Version of the charter in force.';
COMMENT ON COLUMN charter_parties.party IS 'Id of the party, such as JP.';
COMMENT ON COLUMN charter_parties.kind IS 'sovereign, partner, manager, lender …';
COMMENT ON COLUMN charter_parties.name IS 'Name by language.';
COMMENT ON COLUMN charter_parties.currency IS 'Own currency, where it has one.';
COMMENT ON COLUMN charter_parties.fiscal_calendar IS 'Calendar of its fiscal years, if it has one.';

CREATE TABLE charter_vehicles (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  charter_version integer NOT NULL,
  vehicle text NOT NULL,
  kind text NOT NULL,
  name jsonb NOT NULL,
  currency text NOT NULL
);
COMMENT ON TABLE charter_vehicles IS 'Vehicles by charter version, and those made since.';
COMMENT ON COLUMN charter_vehicles.charter_version IS 'Version of the charter in force.';
COMMENT ON COLUMN charter_vehicles.vehicle IS 'Id of the vehicle.';
COMMENT ON COLUMN charter_vehicles.kind IS 'fund, umbrella, project or feeder.';
COMMENT ON COLUMN charter_vehicles.name IS 'Name by language.';
COMMENT ON COLUMN charter_vehicles.currency IS 'Functional currency of its book.';

CREATE TABLE charter_accounts (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  charter_version integer NOT NULL,
  account text NOT NULL,
  kind text NOT NULL,
  name jsonb NOT NULL
);
COMMENT ON TABLE charter_accounts IS 'The chart of accounts by charter version.';
COMMENT ON COLUMN charter_accounts.charter_version IS 'Version of the charter.';
COMMENT ON COLUMN charter_accounts.account IS 'Code of the account, such as 1010.';
COMMENT ON COLUMN charter_accounts.kind IS 'asset, liability, equity, income, expense or memo.';
COMMENT ON COLUMN charter_accounts.name IS 'Name by language.';

CREATE TABLE fiscal_years (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  charter_version integer NOT NULL,
  party text NOT NULL,
  fiscal_year text NOT NULL,
  era_year text,
  first_day date NOT NULL,
  last_day date NOT NULL
);
COMMENT ON TABLE fiscal_years IS
  'Fiscal years of each government that have begun since the founding, as its charter counts them.';
COMMENT ON COLUMN fiscal_years.charter_version IS 'The charter that counts so.';
COMMENT ON COLUMN fiscal_years.party IS 'The government.';
COMMENT ON COLUMN fiscal_years.fiscal_year IS 'FY and the calendar year that names it.';
COMMENT ON COLUMN fiscal_years.era_year IS 'Name by the era, as 令和8年度, of Japan''s years.';
COMMENT ON COLUMN fiscal_years.first_day IS 'First day.';
COMMENT ON COLUMN fiscal_years.last_day IS 'Last day, included.';

CREATE TABLE currencies (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  currency text NOT NULL,
  exponent integer NOT NULL,
  name jsonb NOT NULL
);
COMMENT ON TABLE currencies IS 'ISO 4217, with the founding.';
COMMENT ON COLUMN currencies.currency IS 'Alphabetic code.';
COMMENT ON COLUMN currencies.exponent IS 'Decimals of the minor unit: 2 for USD, 0 for JPY.';
COMMENT ON COLUMN currencies.name IS 'Name by language.';

CREATE TABLE officers (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  officer text NOT NULL,
  party text NOT NULL,
  key text NOT NULL
);
COMMENT ON TABLE officers IS 'Officers as they were enrolled; changes of keys are in effects.';
COMMENT ON COLUMN officers.officer IS 'Id of the officer.';
COMMENT ON COLUMN officers.party IS 'The party for which the officer signs.';
COMMENT ON COLUMN officers.key IS 'Id of the first key.';

CREATE TABLE seat_changes (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  seat text NOT NULL,
  officer text
);
COMMENT ON TABLE seat_changes IS 'Who came to sit where.';
COMMENT ON COLUMN seat_changes.seat IS 'Id of the seat.';
COMMENT ON COLUMN seat_changes.officer IS 'Who sits there from then on; null where nobody does.';
