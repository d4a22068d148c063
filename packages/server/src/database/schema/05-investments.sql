-- What the fund owns.

CREATE TABLE investment_proposals (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  investment text NOT NULL,
  vehicle text NOT NULL,
  name jsonb NOT NULL,
  instrument text NOT NULL,
  sector text NOT NULL,
  geography text NOT NULL,
  region text,
  currency text NOT NULL,
  recommended_by text NOT NULL
);
COMMENT ON TABLE investment_proposals IS 'Investments as they were recommended.';
COMMENT ON COLUMN investment_proposals.investment IS 'Id of the investment.';
COMMENT ON COLUMN investment_proposals.vehicle IS 'The vehicle whose investment it is.';
COMMENT ON COLUMN investment_proposals.name IS 'Name by language.';
COMMENT ON COLUMN investment_proposals.instrument IS 'equity, debt …';
COMMENT ON COLUMN investment_proposals.sector IS 'Sector, as the mandate names it.';
COMMENT ON COLUMN investment_proposals.geography IS 'The country where it is.';
COMMENT ON COLUMN investment_proposals.region IS 'State or province, ISO 3166-2, where it is in one.';
COMMENT ON COLUMN investment_proposals.currency IS 'Currency that it is made in.';
COMMENT ON COLUMN investment_proposals.recommended_by IS 'Who recommended it.';

CREATE TABLE milestones (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  investment text NOT NULL,
  milestone text NOT NULL,
  due_date date NOT NULL,
  currency text NOT NULL,
  minor numeric(40, 0) NOT NULL
);
COMMENT ON TABLE milestones IS 'Steps of staged funding, with the recommendation or added later.';
COMMENT ON COLUMN milestones.investment IS 'The investment.';
COMMENT ON COLUMN milestones.milestone IS 'Id of the step.';
COMMENT ON COLUMN milestones.due_date IS 'When it is to be reached.';
COMMENT ON COLUMN milestones.currency IS 'Currency.';
COMMENT ON COLUMN milestones.minor IS 'What falls due when it is reached, minor units.';

CREATE TABLE investment_changes (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  investment text NOT NULL,
  change text NOT NULL,
  milestone text,
  counterparty text,
  currency text NOT NULL,
  minor numeric(40, 0)
);
COMMENT ON TABLE investment_changes IS 'What became of investments.';
COMMENT ON COLUMN investment_changes.investment IS 'The investment.';
COMMENT ON COLUMN investment_changes.change IS
  'selected, certified, funded, sponsorFunded, overrunFunded, costReduced, disposed, writtenDown '
  'or writtenOff.';
COMMENT ON COLUMN investment_changes.milestone IS 'The step that it is about, if any.';
COMMENT ON COLUMN investment_changes.counterparty IS 'Who certified, funded or bought.';
COMMENT ON COLUMN investment_changes.currency IS 'Currency.';
COMMENT ON COLUMN investment_changes.minor IS
  'Minor units: certified, paid or owed; of a disposal and what follows, cost that is relieved.';

CREATE TABLE valuations (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  investment text NOT NULL,
  act text NOT NULL,
  valuer text NOT NULL,
  currency text NOT NULL,
  minor numeric(40, 0) NOT NULL,
  level integer NOT NULL,
  technique text NOT NULL,
  least numeric(40, 0),
  most numeric(40, 0),
  inputs jsonb
);
COMMENT ON TABLE valuations IS 'Values that investments were given; effective_date is of when.';
COMMENT ON COLUMN valuations.investment IS 'The investment.';
COMMENT ON COLUMN valuations.act IS 'The fact.';
COMMENT ON COLUMN valuations.valuer IS 'The party that valued.';
COMMENT ON COLUMN valuations.currency IS 'Currency.';
COMMENT ON COLUMN valuations.minor IS 'Fair value, minor units.';
COMMENT ON COLUMN valuations.level IS 'Level 1, 2 or 3 of the fair value hierarchy.';
COMMENT ON COLUMN valuations.technique IS 'How it was valued.';
COMMENT ON COLUMN valuations.least IS 'Least that the valuer holds reasonable, minor units.';
COMMENT ON COLUMN valuations.most IS 'Most that the valuer holds reasonable, minor units.';
COMMENT ON COLUMN valuations.inputs IS 'Inputs that others can examine.';
