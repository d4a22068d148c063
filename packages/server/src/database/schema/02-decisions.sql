-- Acts, and how they were decided.

CREATE TABLE acts (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  act text NOT NULL UNIQUE,
  act_type text NOT NULL,
  kind text NOT NULL,
  clause text NOT NULL,
  proposer text NOT NULL,
  party text,
  basis text NOT NULL,
  reason text NOT NULL,
  charter_version integer NOT NULL,
  currency text,
  minor numeric(40, 0),
  body jsonb NOT NULL,
  evidence jsonb NOT NULL,
  idempotency_key text
);
COMMENT ON TABLE acts IS 'Every act on record: the founding, proposals and facts.';
COMMENT ON COLUMN acts.act IS 'Id of the act, a hash of it.';
COMMENT ON COLUMN acts.act_type IS 'Type (docs/reference/acts.md).';
COMMENT ON COLUMN acts.kind IS 'founding, proposal or fact.';
COMMENT ON COLUMN acts.clause IS 'The clause of the charter that it was made under.';
COMMENT ON COLUMN acts.proposer IS 'The officer who proposed or reported it.';
COMMENT ON COLUMN acts.party IS 'The party of that officer.';
COMMENT ON COLUMN acts.basis IS 'commercial or policy.';
COMMENT ON COLUMN acts.reason IS 'As the proposer wrote it.';
COMMENT ON COLUMN acts.charter_version IS 'The charter whose rule it follows.';
COMMENT ON COLUMN acts.currency IS 'Currency of its amount, where it has one.';
COMMENT ON COLUMN acts.minor IS 'Its amount when it was proposed, minor units.';
COMMENT ON COLUMN acts.body IS 'Its terms, as signed.';
COMMENT ON COLUMN acts.evidence IS 'SHA-256 of the documents that it cites.';
COMMENT ON COLUMN acts.idempotency_key IS 'Key by which the same act sent twice is harmless.';
CREATE INDEX ON acts (act_type);

CREATE TABLE decisions (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  act text NOT NULL,
  officer text NOT NULL,
  party text,
  decision text NOT NULL,
  seats jsonb NOT NULL,
  with_evidence boolean NOT NULL
);
COMMENT ON TABLE decisions IS 'What officers decided on acts: approvals and rejections.';
COMMENT ON COLUMN decisions.act IS 'The act.';
COMMENT ON COLUMN decisions.officer IS 'Who decided.';
COMMENT ON COLUMN decisions.party IS 'The party for which the officer signs.';
COMMENT ON COLUMN decisions.decision IS 'approve or reject.';
COMMENT ON COLUMN decisions.seats IS 'Seats that the officer held then.';
COMMENT ON COLUMN decisions.with_evidence IS 'Whether the domestic procedure was proved with it.';
CREATE INDEX ON decisions (act);

CREATE TABLE act_steps (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  act text NOT NULL,
  step text NOT NULL,
  because text
);
COMMENT ON TABLE act_steps IS 'How proposals went on: consulted, approved, and how they ended.';
COMMENT ON COLUMN act_steps.act IS 'The act.';
COMMENT ON COLUMN act_steps.step IS 'consulted, approved, executed, lapsed, refused or vetoed.';
COMMENT ON COLUMN act_steps.because IS 'What ended it, where the step does not say so.';
CREATE INDEX ON act_steps (act);

CREATE TABLE objections (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  act text NOT NULL,
  officer text NOT NULL,
  party text NOT NULL,
  power text NOT NULL,
  reason text NOT NULL,
  seats jsonb NOT NULL
);
COMMENT ON TABLE objections IS 'Objections and vetoes.';
COMMENT ON COLUMN objections.act IS 'The act.';
COMMENT ON COLUMN objections.officer IS 'Who objected.';
COMMENT ON COLUMN objections.party IS 'For which party.';
COMMENT ON COLUMN objections.power IS 'objection or veto.';
COMMENT ON COLUMN objections.reason IS 'As the officer wrote it.';
COMMENT ON COLUMN objections.seats IS 'Seats that the officer held then.';

CREATE TABLE recusals (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  act text NOT NULL,
  officer text NOT NULL,
  party text,
  reason text NOT NULL
);
COMMENT ON TABLE recusals IS 'Officers who stood back from an act.';
COMMENT ON COLUMN recusals.act IS 'The act.';
COMMENT ON COLUMN recusals.officer IS 'Who stood back.';
COMMENT ON COLUMN recusals.party IS 'The party of that officer.';
COMMENT ON COLUMN recusals.reason IS 'As the officer wrote it.';

CREATE TABLE consultations (
  entry bigint NOT NULL,
  place integer NOT NULL,
  effective_date date NOT NULL,
  recorded_at timestamptz NOT NULL,
  act text NOT NULL,
  body text NOT NULL,
  officer text NOT NULL,
  opinion text NOT NULL,
  opinion_text text NOT NULL
);
COMMENT ON TABLE consultations IS 'Answers of the bodies that were consulted.';
COMMENT ON COLUMN consultations.act IS 'The act.';
COMMENT ON COLUMN consultations.body IS 'The body that was asked.';
COMMENT ON COLUMN consultations.officer IS 'Who answered.';
COMMENT ON COLUMN consultations.opinion IS 'support, noted or concern.';
COMMENT ON COLUMN consultations.opinion_text IS 'What the body said.';
