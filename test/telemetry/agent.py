"""The Datadog Agent's part, with Datadog's own code: reads the gauges of a conf.yaml once.

Usage: agent.py CONF_YAML [ROUNDS]. Prints the samples as JSON; whatever Datadog's code
logs as a warning or an error ends it with 1.
"""

import json
import logging
import os
import sys

import psycopg
import yaml
from datadog_checks.base import AgentCheck
from datadog_checks.base.stubs import aggregator
from datadog_checks.base.utils.db import QueryManager


class PostgreSql(AgentCheck):
    """Has what the integration of this name has of its metrics' names."""

    __NAMESPACE__ = "postgresql"


class Heard(logging.Handler):
    """Keeps what is told to nobody else."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines = []

    def emit(self, record):
        self.lines.append(record.getMessage())


def secret(handle):
    """Stands in for the Agent's secret backend: the environment variable of the handle's name."""
    assert handle.startswith("ENC[") and handle.endswith("]"), "the password is no secret's handle"
    return os.environ[handle[4:-1]]


def main(path, rounds):
    heard = Heard()
    logging.getLogger().addHandler(heard)
    with open(path, encoding="utf-8") as file:
        config = yaml.safe_load(file)
    for instance in config["instances"]:
        check = PostgreSql("postgres", config["init_config"], [instance])
        connection = psycopg.connect(
            host=instance["host"],
            port=instance["port"],
            dbname=instance["dbname"],
            user=instance["username"],
            password=secret(instance["password"]),
            autocommit=True,
        )
        manager = QueryManager(check, lambda query: connection.execute(query).fetchall())
        manager.compile_queries()
        for _ in range(rounds):
            manager.execute()
        connection.close()
    samples = [
        {"metric": sample.name, "type": sample.type, "tags": sorted(sample.tags), "value": sample.value}
        for name in aggregator.metric_names
        for sample in aggregator.metrics(name)
    ]
    json.dump(samples, sys.stdout)
    for line in heard.lines:
        print(line, file=sys.stderr)
    return 1 if heard.lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1))
