-- The books: journals, payments, what the parties received, the bank.

CREATE TABLE journals (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  journal text NOT NULL,
  act text NOT NULL,
  vehicle text NOT NULL
);
COMMENT ON TABLE journals IS 'Journal entries: balanced sets of postings in the book of a vehicle.';
COMMENT ON COLUMN journals.journal IS 'Id: the act that caused it and its place, "<act>/<n>".';
COMMENT ON COLUMN journals.act IS 'The act, or what else caused it, such as a day.';
COMMENT ON COLUMN journals.vehicle IS 'Whose book it is.';
CREATE INDEX ON journals (journal);

CREATE TABLE postings (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  journal text NOT NULL,
  vehicle text NOT NULL,
  account text NOT NULL,
  subject text NOT NULL,
  party text,
  currency text NOT NULL,
  minor numeric(40, 0) NOT NULL
);
COMMENT ON TABLE postings IS 'Lines of the journal entries; those of one entry sum to nothing.';
COMMENT ON COLUMN postings.journal IS 'The journal entry.';
COMMENT ON COLUMN postings.vehicle IS 'Whose book it is.';
COMMENT ON COLUMN postings.account IS 'Code of the account (docs/reference/accounts.md).';
COMMENT ON COLUMN postings.subject IS 'What the account is kept by: party, investment, payee or "".';
COMMENT ON COLUMN postings.party IS 'The subject, where it is a party of the charter.';
COMMENT ON COLUMN postings.currency IS 'Currency.';
COMMENT ON COLUMN postings.minor IS 'Minor units: a debit is positive, a credit negative.';
CREATE INDEX ON postings (vehicle, account);

CREATE TABLE payments (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  payment text NOT NULL,
  act text NOT NULL,
  vehicle text NOT NULL,
  payee text NOT NULL,
  purpose text NOT NULL,
  currency text NOT NULL,
  minor numeric(40, 0) NOT NULL,
  liability text NOT NULL,
  subject text NOT NULL,
  mandatory boolean NOT NULL,
  into_vehicle text
);
COMMENT ON TABLE payments IS 'Payments as they were instructed; effective_date is of that.';
COMMENT ON COLUMN payments.payment IS 'Id, "<act>/<n>".';
COMMENT ON COLUMN payments.act IS 'The act that instructed it.';
COMMENT ON COLUMN payments.vehicle IS 'Who pays.';
COMMENT ON COLUMN payments.payee IS 'Who is paid.';
COMMENT ON COLUMN payments.purpose IS 'investment, distribution, returnOfCapital, debtService, fee …';
COMMENT ON COLUMN payments.currency IS 'Currency.';
COMMENT ON COLUMN payments.minor IS 'Minor units.';
COMMENT ON COLUMN payments.liability IS 'Account that its release clears.';
COMMENT ON COLUMN payments.subject IS 'Subject of that account.';
COMMENT ON COLUMN payments.mandatory IS 'Whether it was owed already, so that nobody can stop it.';
COMMENT ON COLUMN payments.into_vehicle IS 'The vehicle that is paid, where it is one.';

CREATE TABLE payment_releases (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  payment text NOT NULL
);
COMMENT ON TABLE payment_releases IS 'Payments that left; effective_date is the day.';
COMMENT ON COLUMN payment_releases.payment IS 'The payment.';
CREATE INDEX ON payment_releases (payment);

CREATE TABLE receipts (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  payment text NOT NULL,
  vehicle text NOT NULL,
  party text NOT NULL,
  kind text NOT NULL,
  currency text NOT NULL,
  minor numeric(40, 0) NOT NULL,
  income numeric(40, 0) NOT NULL,
  realised_gain numeric(40, 0) NOT NULL,
  return_of_capital numeric(40, 0) NOT NULL
);
COMMENT ON TABLE receipts IS
  'What parties were paid, by character; effective_date is the day on which the money left.';
COMMENT ON COLUMN receipts.payment IS 'The payment.';
COMMENT ON COLUMN receipts.vehicle IS 'Who paid.';
COMMENT ON COLUMN receipts.party IS 'Who was paid.';
COMMENT ON COLUMN receipts.kind IS 'distribution, or capital that was returned or redeemed.';
COMMENT ON COLUMN receipts.currency IS 'Currency.';
COMMENT ON COLUMN receipts.minor IS 'Minor units: the sum of the three parts.';
COMMENT ON COLUMN receipts.income IS 'Of it, income.';
COMMENT ON COLUMN receipts.realised_gain IS 'Of it, gains that became money.';
COMMENT ON COLUMN receipts.return_of_capital IS 'Of it, capital that came back.';

CREATE TABLE period_closes (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  vehicle text NOT NULL
);
COMMENT ON TABLE period_closes IS 'Periods that were closed; effective_date is the last day closed.';
COMMENT ON COLUMN period_closes.vehicle IS 'Whose book.';

CREATE TABLE corrections (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  journal text NOT NULL,
  corrected_by text NOT NULL
);
COMMENT ON TABLE corrections IS 'Journal entries that a later one put right.';
COMMENT ON COLUMN corrections.journal IS 'The wrong one.';
COMMENT ON COLUMN corrections.corrected_by IS 'The one that turned it back and put it right.';

CREATE TABLE exchange_rates (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  base text NOT NULL,
  quote text NOT NULL,
  rate numeric,
  quotes jsonb NOT NULL,
  act text NOT NULL
);
COMMENT ON TABLE exchange_rates IS 'Fixings of exchange rates; effective_date is the day fixed.';
COMMENT ON COLUMN exchange_rates.base IS 'One main unit of this …';
COMMENT ON COLUMN exchange_rates.quote IS '… is so many of this.';
COMMENT ON COLUMN exchange_rates.rate IS 'The rate agreed on; null where the sources dispute it.';
COMMENT ON COLUMN exchange_rates.quotes IS 'What each source said.';
COMMENT ON COLUMN exchange_rates.act IS 'The fact.';

CREATE TABLE bank_statements (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  act text NOT NULL,
  vehicle text NOT NULL,
  bank_account text NOT NULL,
  statement text NOT NULL,
  currency text NOT NULL,
  opening numeric(40, 0) NOT NULL,
  closing numeric(40, 0) NOT NULL
);
COMMENT ON TABLE bank_statements IS 'Statements of banks; effective_date is of the closing balance.';
COMMENT ON COLUMN bank_statements.act IS 'The fact.';
COMMENT ON COLUMN bank_statements.vehicle IS 'Whose account.';
COMMENT ON COLUMN bank_statements.bank_account IS 'Subject by which the book keeps its cash.';
COMMENT ON COLUMN bank_statements.statement IS 'The bank''s number of it.';
COMMENT ON COLUMN bank_statements.currency IS 'Currency.';
COMMENT ON COLUMN bank_statements.opening IS 'Opening balance, minor units.';
COMMENT ON COLUMN bank_statements.closing IS 'Closing balance, minor units.';

CREATE TABLE bank_lines (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  act text NOT NULL,
  vehicle text NOT NULL,
  bank_account text NOT NULL,
  booked_on date NOT NULL,
  currency text NOT NULL,
  minor numeric(40, 0) NOT NULL,
  reference text NOT NULL
);
COMMENT ON TABLE bank_lines IS 'Lines of the banks'' statements; effective_date is the value date.';
COMMENT ON COLUMN bank_lines.act IS 'The fact that holds the statement.';
COMMENT ON COLUMN bank_lines.vehicle IS 'Whose account.';
COMMENT ON COLUMN bank_lines.bank_account IS 'Subject by which the book keeps its cash.';
COMMENT ON COLUMN bank_lines.booked_on IS 'The day on which the bank booked it.';
COMMENT ON COLUMN bank_lines.currency IS 'Currency.';
COMMENT ON COLUMN bank_lines.minor IS 'Minor units: what came in is positive.';
COMMENT ON COLUMN bank_lines.reference IS 'Reference, as the bank gave it.';
