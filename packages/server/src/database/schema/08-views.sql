-- What people ask, as functions of two times, and as views of everything known.
--
-- Each function takes effective_at, a business date that is counted in, and known_at, an instant:
-- what takes effect by the one of what was recorded by the other. 'infinity' leaves a bound away.

CREATE VIEW parties AS
  SELECT DISTINCT ON (party) party, kind, name, currency, fiscal_calendar
  FROM charter_parties ORDER BY party, entry DESC, place DESC;
COMMENT ON VIEW parties IS 'Parties as last known.';
COMMENT ON COLUMN parties.party IS 'Id of the party, such as JP.';
COMMENT ON COLUMN parties.kind IS 'sovereign, partner, manager, lender …';
COMMENT ON COLUMN parties.name IS 'Name by language.';
COMMENT ON COLUMN parties.currency IS 'Own currency, where it has one.';
COMMENT ON COLUMN parties.fiscal_calendar IS 'Calendar of its fiscal years, if it has one.';

CREATE VIEW vehicles AS
  SELECT DISTINCT ON (vehicle) vehicle, kind, name, currency
  FROM charter_vehicles ORDER BY vehicle, entry DESC, place DESC;
COMMENT ON VIEW vehicles IS 'Vehicles as last known.';
COMMENT ON COLUMN vehicles.vehicle IS 'Id of the vehicle.';
COMMENT ON COLUMN vehicles.kind IS 'fund, umbrella, project or feeder.';
COMMENT ON COLUMN vehicles.name IS 'Name by language.';
COMMENT ON COLUMN vehicles.currency IS 'Functional currency of its book.';

CREATE VIEW accounts AS
  SELECT DISTINCT ON (account) account, kind, name
  FROM charter_accounts ORDER BY account, entry DESC, place DESC;
COMMENT ON VIEW accounts IS 'The chart of accounts as last known.';
COMMENT ON COLUMN accounts.account IS 'Code of the account.';
COMMENT ON COLUMN accounts.kind IS 'asset, liability, equity, income, expense or memo.';
COMMENT ON COLUMN accounts.name IS 'Name by language.';

CREATE FUNCTION main_units(minor numeric, currency text) RETURNS numeric
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT round(main_units.minor / 10::numeric ^ c.exponent, c.exponent)
  FROM currencies c WHERE c.currency = main_units.currency;
END;
COMMENT ON FUNCTION main_units IS 'Minor units as main units of the currency, exact: cents as dollars.';

CREATE FUNCTION balances_as_of(
  effective_at date DEFAULT 'infinity', known_at timestamptz DEFAULT 'infinity'
)
RETURNS TABLE (vehicle text, account text, subject text, currency text, minor numeric)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT p.vehicle, p.account, p.subject, p.currency, sum(p.minor)
  FROM postings p
  WHERE p.effective_date <= effective_at AND p.recorded_at <= known_at
  GROUP BY p.vehicle, p.account, p.subject, p.currency
  HAVING sum(p.minor) <> 0
  ORDER BY p.vehicle, p.account, p.subject, p.currency;
END;
COMMENT ON FUNCTION balances_as_of IS
  'Balances that are not zero by vehicle, account, subject and currency; minor units, debit positive.';

CREATE VIEW balances AS SELECT * FROM balances_as_of();
COMMENT ON VIEW balances IS 'Balances of everything known: balances_as_of() without bounds.';
COMMENT ON COLUMN balances.vehicle IS 'Whose book.';
COMMENT ON COLUMN balances.account IS 'Code of the account.';
COMMENT ON COLUMN balances.subject IS 'What the account is kept by.';
COMMENT ON COLUMN balances.currency IS 'Currency.';
COMMENT ON COLUMN balances.minor IS 'Minor units, debit positive.';

CREATE FUNCTION trial_balance_as_of(
  effective_at date DEFAULT 'infinity', known_at timestamptz DEFAULT 'infinity'
)
RETURNS TABLE (
  vehicle text, account text, name jsonb, currency text, debit numeric, credit numeric
)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT b.vehicle, b.account, a.name, b.currency,
    greatest(sum(b.minor), 0), greatest(-sum(b.minor), 0)
  FROM balances_as_of(effective_at, known_at) b LEFT JOIN accounts a USING (account)
  GROUP BY b.vehicle, b.account, a.name, b.currency
  HAVING sum(b.minor) <> 0
  ORDER BY b.vehicle, b.currency, b.account;
END;
COMMENT ON FUNCTION trial_balance_as_of IS
  'The trial balance of each vehicle by account and currency, minor units.';

CREATE VIEW trial_balance AS SELECT * FROM trial_balance_as_of();
COMMENT ON VIEW trial_balance IS 'Trial balances of everything known.';
COMMENT ON COLUMN trial_balance.vehicle IS 'Whose book.';
COMMENT ON COLUMN trial_balance.account IS 'Code of the account.';
COMMENT ON COLUMN trial_balance.name IS 'Name of the account by language.';
COMMENT ON COLUMN trial_balance.currency IS 'Currency.';
COMMENT ON COLUMN trial_balance.debit IS 'Minor units.';
COMMENT ON COLUMN trial_balance.credit IS 'Minor units.';

CREATE FUNCTION revenue_as_of(
  effective_at date DEFAULT 'infinity', known_at timestamptz DEFAULT 'infinity'
)
RETURNS TABLE (
  party text, fiscal_year text, era_year text, first_day date, last_day date, to_date boolean,
  vehicle text, currency text, income numeric, realised_gain numeric, return_of_capital numeric,
  received numeric, received_main numeric
)
LANGUAGE sql STABLE
BEGIN ATOMIC
  WITH
  today AS (
    SELECT max(effective_date) AS day FROM days
    WHERE effective_date <= effective_at AND recorded_at <= known_at
  ),
  counted AS (
    SELECT party, max(charter_version) AS charter_version FROM fiscal_years
    WHERE recorded_at <= known_at GROUP BY party
  ),
  years AS (
    SELECT y.* FROM fiscal_years y JOIN counted USING (party, charter_version)
    WHERE y.first_day <= effective_at AND y.recorded_at <= known_at
  ),
  known AS (
    SELECT * FROM receipts r WHERE r.effective_date <= effective_at AND r.recorded_at <= known_at
  ),
  payers AS (
    SELECT vehicle FROM known UNION
    (SELECT main_vehicle FROM charters WHERE recorded_at <= known_at ORDER BY entry DESC LIMIT 1)
  ),
  sums AS (
    SELECT y.party, y.fiscal_year, y.era_year, y.first_day, y.last_day, v.vehicle,
      coalesce(k.currency, v.currency) AS currency,
      coalesce(sum(k.income), 0) AS income,
      coalesce(sum(k.realised_gain), 0) AS realised_gain,
      coalesce(sum(k.return_of_capital), 0) AS return_of_capital,
      coalesce(sum(k.minor), 0) AS received
    FROM years y CROSS JOIN payers JOIN vehicles v USING (vehicle)
    LEFT JOIN known k ON k.party = y.party AND k.vehicle = v.vehicle
      AND k.effective_date BETWEEN y.first_day AND y.last_day
    GROUP BY y.party, y.fiscal_year, y.era_year, y.first_day, y.last_day, v.vehicle,
      coalesce(k.currency, v.currency)
  )
  SELECT s.party, s.fiscal_year, s.era_year, s.first_day, s.last_day,
    (SELECT day FROM today) <= s.last_day,
    s.vehicle, s.currency, s.income, s.realised_gain, s.return_of_capital, s.received,
    main_units(s.received, s.currency)
  FROM sums s ORDER BY s.party, s.first_day, s.vehicle, s.currency;
END;
COMMENT ON FUNCTION revenue_as_of IS
  'What each government was paid in its own fiscal years, by the day on which the money left.';

CREATE VIEW revenue_by_fiscal_year AS SELECT * FROM revenue_as_of();
COMMENT ON VIEW revenue_by_fiscal_year IS
  'What each government was paid in each of its own fiscal years since the founding; the same as '
  'the statement revenue (docs/spec/statements.md, ST40).';
COMMENT ON COLUMN revenue_by_fiscal_year.party IS 'The government, such as JP.';
COMMENT ON COLUMN revenue_by_fiscal_year.fiscal_year IS 'Its own fiscal year, such as FY2031.';
COMMENT ON COLUMN revenue_by_fiscal_year.era_year IS 'The year by the era, of Japan.';
COMMENT ON COLUMN revenue_by_fiscal_year.first_day IS 'First day of the year.';
COMMENT ON COLUMN revenue_by_fiscal_year.last_day IS 'Last day of the year.';
COMMENT ON COLUMN revenue_by_fiscal_year.to_date IS 'Whether the year is still running.';
COMMENT ON COLUMN revenue_by_fiscal_year.vehicle IS 'Who paid; the fund itself is always there.';
COMMENT ON COLUMN revenue_by_fiscal_year.currency IS 'Currency.';
COMMENT ON COLUMN revenue_by_fiscal_year.income IS 'Income, minor units.';
COMMENT ON COLUMN revenue_by_fiscal_year.realised_gain IS 'Realised gains, minor units.';
COMMENT ON COLUMN revenue_by_fiscal_year.return_of_capital IS 'Return of capital, minor units.';
COMMENT ON COLUMN revenue_by_fiscal_year.received IS 'All of it, minor units.';
COMMENT ON COLUMN revenue_by_fiscal_year.received_main IS 'All of it, main units of the currency.';

CREATE FUNCTION payments_as_of(
  effective_at date DEFAULT 'infinity', known_at timestamptz DEFAULT 'infinity'
)
RETURNS TABLE (
  payment text, act_type text, clause text, vehicle text, payee text, purpose text, currency text,
  minor numeric, instructed_on date, released_on date
)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT p.payment, a.act_type, a.clause, p.vehicle, p.payee, p.purpose, p.currency, p.minor,
    p.effective_date, r.effective_date
  FROM payments p
  LEFT JOIN acts a ON a.act = p.act
  LEFT JOIN payment_releases r ON r.payment = p.payment
    AND r.effective_date <= effective_at AND r.recorded_at <= known_at
  WHERE p.effective_date <= effective_at AND p.recorded_at <= known_at
  ORDER BY p.entry, p.place;
END;
COMMENT ON FUNCTION payments_as_of IS
  'Payments with the act and clause that instructed them; released_on is null until they left.';

CREATE FUNCTION unit_holdings_as_of(
  effective_at date DEFAULT 'infinity', known_at timestamptz DEFAULT 'infinity'
)
RETURNS TABLE (unit_class text, holder text, micro_units numeric)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT m.unit_class, m.holder, sum(m.micro_units) FROM unit_movements m
  WHERE m.effective_date <= effective_at AND m.recorded_at <= known_at
  GROUP BY m.unit_class, m.holder HAVING sum(m.micro_units) <> 0
  ORDER BY m.unit_class, m.holder;
END;
COMMENT ON FUNCTION unit_holdings_as_of IS 'Who holds how many units of which class, in millionths.';

CREATE FUNCTION commitments_as_of(
  effective_at date DEFAULT 'infinity', known_at timestamptz DEFAULT 'infinity'
)
RETURNS TABLE (
  commitment text, party text, currency text, committed numeric, called numeric, paid_in numeric
)
LANGUAGE sql STABLE
BEGIN ATOMIC
  WITH
  promised AS (
    SELECT c.commitment, c.party, c.currency, sum(c.minor) AS committed
    FROM commitment_changes c
    WHERE c.effective_date <= effective_at AND c.recorded_at <= known_at
    GROUP BY c.commitment, c.party, c.currency
  ),
  items AS (
    SELECT i.call, i.party, i.commitment, i.minor FROM call_items i
    WHERE i.effective_date <= effective_at AND i.recorded_at <= known_at
  ),
  changes AS (
    SELECT c.call, c.party,
      coalesce(sum(c.minor) FILTER (WHERE c.change = 'received'), 0)
        - coalesce(sum(c.minor) FILTER (WHERE c.change = 'returned'), 0) AS paid_in,
      coalesce(sum(c.minor) FILTER (WHERE c.change = 'reduced'), 0) AS reduced
    FROM call_changes c
    WHERE c.effective_date <= effective_at AND c.recorded_at <= known_at
    GROUP BY c.call, c.party
  ),
  asked AS (
    SELECT i.commitment, sum(i.minor - coalesce(c.reduced, 0)) AS called,
      sum(coalesce(c.paid_in, 0)) AS paid_in
    FROM items i LEFT JOIN changes c ON c.call = i.call AND c.party = i.party
    GROUP BY i.commitment
  )
  SELECT p.commitment, p.party, p.currency, p.committed,
    coalesce(a.called, 0), coalesce(a.paid_in, 0)
  FROM promised p LEFT JOIN asked a USING (commitment)
  ORDER BY p.party, p.commitment;
END;
COMMENT ON FUNCTION commitments_as_of IS
  'Commitments in minor units: promised; called, less what is no longer asked; paid in by calls, '
  'less what was returned. What partners settle among themselves is in effects (trueUpSettled).';

CREATE FUNCTION investments_as_of(
  effective_at date DEFAULT 'infinity', known_at timestamptz DEFAULT 'infinity'
)
RETURNS TABLE (
  investment text, vehicle text, name jsonb, instrument text, sector text, geography text,
  status text, currency text, committed numeric, cost numeric, fair_value numeric,
  valued_on date, valuer text, value numeric, level integer, technique text
)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT i.investment, i.vehicle, i.name, i.instrument, i.sector, i.geography,
    coalesce((
      SELECT CASE c.change WHEN 'funded' THEN 'closed' ELSE c.change END
      FROM investment_changes c
      WHERE c.investment = i.investment AND c.effective_date <= effective_at
        AND c.recorded_at <= known_at
        AND c.change IN ('selected', 'funded', 'disposed', 'writtenOff')
      ORDER BY c.entry DESC, c.place DESC LIMIT 1
    ), 'recommended'),
    i.currency,
    coalesce((
      SELECT sum(m.minor) FROM milestones m WHERE m.investment = i.investment
        AND m.effective_date <= effective_at AND m.recorded_at <= known_at
    ), 0),
    coalesce(sum(p.minor) FILTER (WHERE p.account = '1050'), 0),
    coalesce(sum(p.minor), 0),
    v.effective_date, v.valuer, v.minor, v.level, v.technique
  FROM investment_proposals i
  LEFT JOIN postings p ON p.vehicle = i.vehicle AND p.subject = i.investment
    AND p.currency = i.currency AND p.account IN ('1050', '1055')
    AND p.effective_date <= effective_at AND p.recorded_at <= known_at
  LEFT JOIN LATERAL (
    SELECT * FROM valuations v WHERE v.investment = i.investment
      AND v.effective_date <= effective_at AND v.recorded_at <= known_at
    ORDER BY v.entry DESC, v.place DESC LIMIT 1
  ) v ON true
  WHERE i.effective_date <= effective_at AND i.recorded_at <= known_at
  GROUP BY i.entry, i.place, i.investment, i.vehicle, i.name, i.instrument, i.sector, i.geography,
    i.currency, v.effective_date, v.valuer, v.minor, v.level, v.technique
  ORDER BY i.entry, i.place;
END;
COMMENT ON FUNCTION investments_as_of IS
  'Investments with status, cost and fair value as the books carry them, and the last valuation; '
  'minor units.';

CREATE VIEW investments AS SELECT * FROM investments_as_of();
COMMENT ON VIEW investments IS 'Investments as last known.';
COMMENT ON COLUMN investments.investment IS 'Id of the investment.';
COMMENT ON COLUMN investments.vehicle IS 'Whose investment.';
COMMENT ON COLUMN investments.name IS 'Name by language.';
COMMENT ON COLUMN investments.instrument IS 'equity, debt …';
COMMENT ON COLUMN investments.sector IS 'Sector, as the mandate names it.';
COMMENT ON COLUMN investments.geography IS 'Where it is.';
COMMENT ON COLUMN investments.status IS 'recommended, selected, closed, disposed or writtenOff.';
COMMENT ON COLUMN investments.currency IS 'Currency.';
COMMENT ON COLUMN investments.committed IS 'The whole of its milestones, minor units.';
COMMENT ON COLUMN investments.cost IS 'Cost in the books, minor units.';
COMMENT ON COLUMN investments.fair_value IS 'Fair value in the books, minor units.';
COMMENT ON COLUMN investments.valued_on IS 'Of when the last valuation is.';
COMMENT ON COLUMN investments.valuer IS 'Who valued.';
COMMENT ON COLUMN investments.value IS 'The last valuation, minor units.';
COMMENT ON COLUMN investments.level IS 'Level of the fair value hierarchy.';
COMMENT ON COLUMN investments.technique IS 'How it was valued.';

CREATE FUNCTION facilities_as_of(
  effective_at date DEFAULT 'infinity', known_at timestamptz DEFAULT 'infinity'
)
RETURNS TABLE (
  facility text, vehicle text, kind text, lender text, currency text, limit_minor numeric,
  matures_on date, drawn numeric, repaid numeric, outstanding numeric, status text
)
LANGUAGE sql STABLE
BEGIN ATOMIC
  WITH terms AS (
    SELECT DISTINCT ON (t.facility) t.* FROM facility_terms t
    WHERE t.effective_date <= effective_at AND t.recorded_at <= known_at
    ORDER BY t.facility, t.entry DESC, t.place DESC
  ),
  changes AS (
    SELECT c.facility,
      coalesce(sum(c.minor) FILTER (WHERE c.change = 'received'), 0) AS drawn,
      coalesce(sum(c.minor) FILTER (WHERE c.change = 'principalPaid'), 0) AS repaid,
      bool_or(c.change = 'closed') AS closed,
      bool_or(c.change = 'accelerated') AS accelerated
    FROM facility_changes c
    WHERE c.effective_date <= effective_at AND c.recorded_at <= known_at
    GROUP BY c.facility
  )
  SELECT t.facility, t.vehicle, t.kind, t.lender, t.currency, t.limit_minor, t.matures_on,
    coalesce(c.drawn, 0), coalesce(c.repaid, 0), coalesce(c.drawn - c.repaid, 0),
    CASE WHEN c.closed THEN 'closed' WHEN c.accelerated THEN 'accelerated' ELSE 'open' END
  FROM terms t LEFT JOIN changes c USING (facility) ORDER BY t.facility;
END;
COMMENT ON FUNCTION facilities_as_of IS
  'Facilities with their last terms, what was drawn and repaid, and what is out; minor units.';

CREATE FUNCTION covenants_as_of(
  effective_at date DEFAULT 'infinity', known_at timestamptz DEFAULT 'infinity'
)
RETURNS TABLE (
  covenant text, vehicle text, clause text, step text, since date, reached text, ratio text
)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT DISTINCT ON (c.covenant)
    c.covenant, c.vehicle, c.clause, c.step, c.since, c.reached, c.ratio
  FROM covenant_readings c
  WHERE c.effective_date <= effective_at AND c.recorded_at <= known_at
  ORDER BY c.covenant, c.entry DESC, c.place DESC;
END;
COMMENT ON FUNCTION covenants_as_of IS
  'Where each covenant stands. One that never left the first step has no row.';

CREATE VIEW act_status AS
  SELECT a.act, a.act_type, a.kind, a.clause, a.proposer, a.party, a.reason, a.effective_date,
    coalesce(s.step, CASE a.kind WHEN 'proposal' THEN 'proposed' ELSE 'recorded' END) AS status,
    coalesce(s.effective_date, (a.recorded_at AT TIME ZONE 'UTC')::date) AS status_since
  FROM acts a
  LEFT JOIN LATERAL (
    SELECT * FROM act_steps s WHERE s.act = a.act ORDER BY s.entry DESC, s.place DESC LIMIT 1
  ) s ON true
  ORDER BY a.entry;
COMMENT ON VIEW act_status IS 'Acts with their clauses and how far they have come.';
COMMENT ON COLUMN act_status.act IS 'Id of the act.';
COMMENT ON COLUMN act_status.act_type IS 'Type.';
COMMENT ON COLUMN act_status.kind IS 'founding, proposal or fact.';
COMMENT ON COLUMN act_status.clause IS 'The clause that it was made under.';
COMMENT ON COLUMN act_status.proposer IS 'Who proposed or reported it.';
COMMENT ON COLUMN act_status.party IS 'For which party.';
COMMENT ON COLUMN act_status.reason IS 'As the proposer wrote it.';
COMMENT ON COLUMN act_status.effective_date IS 'The business date that it states.';
COMMENT ON COLUMN act_status.status IS 'The last of its steps; recorded of a fact.';
COMMENT ON COLUMN act_status.status_since IS 'The day of that step.';

CREATE VIEW act_decisions AS
  SELECT a.act, a.act_type, a.clause, a.proposer, a.reason, d.entry, d.effective_date AS decided_on,
    d.officer, d.party, d.decision, d.seats
  FROM decisions d JOIN acts a USING (act) ORDER BY d.entry, d.place;
COMMENT ON VIEW act_decisions IS 'Who decided what, when, in which seats, under which clause.';
COMMENT ON COLUMN act_decisions.act IS 'Id of the act.';
COMMENT ON COLUMN act_decisions.act_type IS 'Type.';
COMMENT ON COLUMN act_decisions.clause IS 'The clause that the act was made under.';
COMMENT ON COLUMN act_decisions.proposer IS 'Who proposed it.';
COMMENT ON COLUMN act_decisions.reason IS 'Why, as the proposer wrote it.';
COMMENT ON COLUMN act_decisions.entry IS 'The entry of the decision.';
COMMENT ON COLUMN act_decisions.decided_on IS 'The day.';
COMMENT ON COLUMN act_decisions.officer IS 'Who decided.';
COMMENT ON COLUMN act_decisions.party IS 'For which party.';
COMMENT ON COLUMN act_decisions.decision IS 'approve or reject.';
COMMENT ON COLUMN act_decisions.seats IS 'In which seats.';

CREATE VIEW refusals AS
  SELECT entry, recorded_at, act_type, act, officer, party, code, clause, detail
  FROM contested WHERE kind = 'refused' ORDER BY entry;
COMMENT ON VIEW refusals IS 'Signed statements that the rules refused.';
COMMENT ON COLUMN refusals.entry IS 'The entry that records the refusal.';
COMMENT ON COLUMN refusals.recorded_at IS 'When.';
COMMENT ON COLUMN refusals.act_type IS 'Type of the act that it was or was about.';
COMMENT ON COLUMN refusals.act IS 'Id of that act, where it is on record.';
COMMENT ON COLUMN refusals.officer IS 'Who signed it.';
COMMENT ON COLUMN refusals.party IS 'For which party.';
COMMENT ON COLUMN refusals.code IS 'The rejection (docs/reference/rejections.md).';
COMMENT ON COLUMN refusals.clause IS 'The clause or rule that it rests on.';
COMMENT ON COLUMN refusals.detail IS 'The facts, such as actual and required.';
