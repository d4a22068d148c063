-- What all tables of history have in common, and that none of them is ever changed.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of %.% is refused: it is history, made from the log and only added to',
    TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege',
      HINT = 'A new entry of the log corrects; `jointfund database rebuild` makes all tables anew.';
END
$$;
COMMENT ON FUNCTION refuse_change IS 'Refuses UPDATE, DELETE and TRUNCATE of history.';

CREATE TABLE program (
  fingerprint text PRIMARY KEY
);
COMMENT ON TABLE program IS 'What made these tables.';
COMMENT ON COLUMN program.fingerprint IS
  'SHA-256 of the schema; a program with another one makes the tables anew.';

DO $$
DECLARE
  history text;
BEGIN
  FOR history IN
    SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename
  LOOP
    EXECUTE format(
      'CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
      'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', history);
    CONTINUE WHEN history IN ('fills', 'program');
    EXECUTE format('ALTER TABLE %I ADD PRIMARY KEY (entry, place)', history);
    EXECUTE format('COMMENT ON COLUMN %I.entry IS %L', history,
      'Index in the log of the entry that it comes from.');
    EXECUTE format('COMMENT ON COLUMN %I.place IS %L', history,
      'Place among the rows of this table that come from the same entry.');
    IF col_description(history::regclass, 3) IS NULL THEN
      EXECUTE format('COMMENT ON COLUMN %I.effective_date IS %L', history,
        'Business date: when it counts.');
    END IF;
    EXECUTE format('COMMENT ON COLUMN %I.recorded_at IS %L', history,
      'When its entry came into the log.');
  END LOOP;
END
$$;
