-- What the parties have promised, were asked for and paid, and the units that they hold.

CREATE TABLE commitment_changes (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  commitment text NOT NULL,
  change text NOT NULL,
  party text NOT NULL,
  currency text NOT NULL,
  minor numeric(40, 0) NOT NULL,
  law text,
  authority_year text,
  authority_minor numeric(40, 0),
  authority_expires date
);
COMMENT ON TABLE commitment_changes IS 'Commitments as they were accepted, increased and released.';
COMMENT ON COLUMN commitment_changes.commitment IS 'Id: the act that accepted it.';
COMMENT ON COLUMN commitment_changes.change IS 'accepted, increased or released.';
COMMENT ON COLUMN commitment_changes.party IS 'Who promises.';
COMMENT ON COLUMN commitment_changes.currency IS 'Currency.';
COMMENT ON COLUMN commitment_changes.minor IS 'Minor units by which it grew; less than 0 if released.';
COMMENT ON COLUMN commitment_changes.law IS 'Law or budget that lets the party promise it.';
COMMENT ON COLUMN commitment_changes.authority_year IS 'Fiscal year of that authority.';
COMMENT ON COLUMN commitment_changes.authority_minor IS 'Its amount, minor units.';
COMMENT ON COLUMN commitment_changes.authority_expires IS 'Last day on which a call may fall due.';

CREATE TABLE calls (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  call text NOT NULL,
  vehicle text NOT NULL,
  unit_class text,
  currency text NOT NULL,
  due_date date NOT NULL,
  price numeric,
  purpose text NOT NULL,
  investment text
);
COMMENT ON TABLE calls IS 'Capital calls.';
COMMENT ON COLUMN calls.call IS 'Id: the act that made it.';
COMMENT ON COLUMN calls.vehicle IS 'Who calls.';
COMMENT ON COLUMN calls.unit_class IS 'The class whose units it buys, if it buys any.';
COMMENT ON COLUMN calls.currency IS 'Currency.';
COMMENT ON COLUMN calls.due_date IS 'When it falls due.';
COMMENT ON COLUMN calls.price IS 'Price per unit, main units of the currency.';
COMMENT ON COLUMN calls.purpose IS 'general, investment, fees or cure.';
COMMENT ON COLUMN calls.investment IS 'The investment that it is for, if it is for one.';

CREATE TABLE call_items (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  call text NOT NULL,
  party text NOT NULL,
  commitment text NOT NULL,
  currency text NOT NULL,
  minor numeric(40, 0) NOT NULL,
  micro_units numeric(40, 0) NOT NULL
);
COMMENT ON TABLE call_items IS 'What each call asks of each party.';
COMMENT ON COLUMN call_items.call IS 'The call.';
COMMENT ON COLUMN call_items.party IS 'Of whom.';
COMMENT ON COLUMN call_items.commitment IS 'The commitment that it draws on.';
COMMENT ON COLUMN call_items.currency IS 'Currency.';
COMMENT ON COLUMN call_items.minor IS 'Minor units.';
COMMENT ON COLUMN call_items.micro_units IS 'Millionths of a unit that the whole of it buys.';

CREATE TABLE call_changes (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  call text NOT NULL,
  party text NOT NULL,
  change text NOT NULL,
  currency text NOT NULL,
  minor numeric(40, 0) NOT NULL,
  micro_units numeric(40, 0) NOT NULL,
  because text,
  due_date date
);
COMMENT ON TABLE call_changes IS 'What became of the items of calls: money that came, relief, default.';
COMMENT ON COLUMN call_changes.call IS 'The call.';
COMMENT ON COLUMN call_changes.party IS 'Whose item.';
COMMENT ON COLUMN call_changes.change IS
  'received, returned, reduced, deferred, interestAccrued, interestPaid, interestWaived, '
  'defaultStepped or defaultRemedied.';
COMMENT ON COLUMN call_changes.currency IS 'Currency.';
COMMENT ON COLUMN call_changes.minor IS 'Minor units.';
COMMENT ON COLUMN call_changes.micro_units IS 'Millionths of a unit that came or went with it.';
COMMENT ON COLUMN call_changes.because IS 'Why it is no longer asked, or the step of the default.';
COMMENT ON COLUMN call_changes.due_date IS 'The new due date of a deferral.';
CREATE INDEX ON call_changes (call);

CREATE TABLE unit_movements (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  unit_class text NOT NULL,
  holder text NOT NULL,
  micro_units numeric(40, 0) NOT NULL
);
COMMENT ON TABLE unit_movements IS 'Units that came to a holder, or with a minus left it.';
COMMENT ON COLUMN unit_movements.unit_class IS 'The class.';
COMMENT ON COLUMN unit_movements.holder IS 'Party or, in a feeder, the holder''s opaque number.';
COMMENT ON COLUMN unit_movements.micro_units IS 'Millionths of a unit.';
CREATE INDEX ON unit_movements (unit_class, holder);
