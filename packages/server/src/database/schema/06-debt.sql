-- What the fund owes, and the covenants that it keeps.

CREATE TABLE facility_terms (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  facility text NOT NULL,
  vehicle text NOT NULL,
  kind text NOT NULL,
  lender text NOT NULL,
  currency text NOT NULL,
  limit_minor numeric(40, 0) NOT NULL,
  matures_on date NOT NULL,
  terms jsonb NOT NULL
);
COMMENT ON TABLE facility_terms IS 'Facilities as they were entered, and their terms as amended.';
COMMENT ON COLUMN facility_terms.facility IS 'Id of the facility.';
COMMENT ON COLUMN facility_terms.vehicle IS 'Who borrows.';
COMMENT ON COLUMN facility_terms.kind IS 'subscription, nav, bond, project …';
COMMENT ON COLUMN facility_terms.lender IS 'Who lends.';
COMMENT ON COLUMN facility_terms.currency IS 'Currency.';
COMMENT ON COLUMN facility_terms.limit_minor IS 'The most that may be out at a time, minor units.';
COMMENT ON COLUMN facility_terms.matures_on IS 'When it has to be repaid.';
COMMENT ON COLUMN facility_terms.terms IS 'All terms: rate, day count, dates, instalments, fees.';

CREATE TABLE facility_changes (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  facility text NOT NULL,
  change text NOT NULL,
  drawing text,
  currency text NOT NULL,
  minor numeric(40, 0)
);
COMMENT ON TABLE facility_changes IS 'Drawings, accruals and repayments of facilities.';
COMMENT ON COLUMN facility_changes.facility IS 'The facility.';
COMMENT ON COLUMN facility_changes.change IS
  'requested, received, lapsed, interestAccrued, feesAccrued, principalPaid, interestPaid, '
  'feesPaid, accelerated or closed.';
COMMENT ON COLUMN facility_changes.drawing IS 'The drawing, where it is about one.';
COMMENT ON COLUMN facility_changes.currency IS 'Currency.';
COMMENT ON COLUMN facility_changes.minor IS 'Minor units.';

CREATE TABLE rate_fixings (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  rate_index text NOT NULL,
  rate numeric NOT NULL
);
COMMENT ON TABLE rate_fixings IS 'Interest rates; effective_date is the day from which one holds.';
COMMENT ON COLUMN rate_fixings.rate_index IS 'The index, such as SOFR.';
COMMENT ON COLUMN rate_fixings.rate IS 'Rate a year: 0.05 is 5 %.';

CREATE TABLE covenant_readings (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  covenant text NOT NULL,
  vehicle text,
  clause text,
  previous_step text NOT NULL,
  step text NOT NULL,
  since date NOT NULL,
  reached text NOT NULL,
  ratio text
);
COMMENT ON TABLE covenant_readings IS
  'Tests of covenants that changed where one stands; between two rows nothing changed.';
COMMENT ON COLUMN covenant_readings.covenant IS 'Id of the covenant in the charter.';
COMMENT ON COLUMN covenant_readings.vehicle IS 'Whose covenant.';
COMMENT ON COLUMN covenant_readings.clause IS 'Its clause.';
COMMENT ON COLUMN covenant_readings.previous_step IS 'The step before.';
COMMENT ON COLUMN covenant_readings.step IS 'The step from then on: clear, watch, lock, sweep …';
COMMENT ON COLUMN covenant_readings.since IS 'The day on which it came to this step.';
COMMENT ON COLUMN covenant_readings.reached IS 'The step that the ratio alone reaches.';
COMMENT ON COLUMN covenant_readings.ratio IS 'The ratio tested, exact, "numerator/denominator".';
