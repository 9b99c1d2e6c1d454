"""Calls the callbacks of docs/telemetry.md, in the file that is given, as Airflow does."""

import datetime
import os
import sys
import types

import psycopg


class PostgresHook:
    """Airflow's, of one connection."""

    def __init__(self, connection):
        assert connection == "watchbill"

    def run(self, sql, parameters):
        with psycopg.connect(os.environ["LEDGER_URL"]) as connection:
            connection.execute(sql, parameters)


class Moment(datetime.datetime):
    """Airflow gives moments of pendulum."""

    def in_timezone(self, name):
        assert name == "Asia/Kuala_Lumpur"
        return self.astimezone(datetime.timezone(datetime.timedelta(hours=8)))


def module(name, **contents):
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(contents)


for package in ("airflow", "airflow.providers", "airflow.providers.postgres", "airflow.providers.postgres.hooks"):
    module(package)
module("airflow.providers.postgres.hooks.postgres", PostgresHook=PostgresHook)

page = {}
with open(sys.argv[1], encoding="utf-8") as file:
    exec(compile(file.read(), "docs/telemetry.md", "exec"), page)


def run(run_id, ended):
    context = {
        "dag": types.SimpleNamespace(dag_id="aggregate-growth"),
        "run_id": run_id,
        # Midnight in Kuala Lumpur, of the next day.
        "data_interval_start": Moment(2026, 11, 22, 16, tzinfo=datetime.timezone.utc),
    }
    page["started"](**context)
    if ended:
        page[ended](context)


run("scheduled, one", "succeeded")
run("scheduled, two", "failed")
run("scheduled, three", None)
