"""The reference kernel of the benchmark `projection` in numpy, and numpy's normals.

It reads commands from standard input, one JSON object a line, and answers each with one line, so
that the caller can let both sides take turns. The terms come from reference-kernel.ts.
"""

import json
import sys
import time

import numpy as np

GENERATORS = {"Philox": np.random.Philox, "PCG64": np.random.PCG64, "SFC64": np.random.SFC64}
BLOCK = 8192


def generator(name, seed):
    return np.random.Generator(GENERATORS[name](seed))


def normals(command):
    """Fills an array that stays in the cache, again and again."""
    random = generator(command["generator"], command["seed"])
    values = np.empty(BLOCK)
    for _ in range(command["count"] // BLOCK):
        random.standard_normal(out=values)


def naive(terms, paths, random):
    """Whole arrays and plain expressions, as one writes it first."""
    volatilities = np.array(terms["volatilities"]) / 2
    drifts = terms["drift"] / 4 - volatilities**2 / 2
    correlations = np.full((terms["assets"], terms["assets"]), terms["correlation"])
    np.fill_diagonal(correlations, 1)
    factor = np.linalg.cholesky(correlations) * volatilities[:, None]
    values = np.full((paths, terms["assets"]), terms["value"])
    debt = np.full(paths, float(terms["debt"]))
    distributed = np.zeros(paths)
    was_sold = np.zeros(paths, dtype=bool)
    for _ in range(terms["quarters"]):
        shocks = random.standard_normal((paths, terms["assets"]))
        values = values * np.exp(shocks @ factor.T + drifts)
        assets = values.sum(axis=1)
        debt = debt * (1 + terms["interest"] / 4)
        is_sold = debt > terms["loanToValueMax"] * assets
        sale = (debt - terms["loanToValueTarget"] * assets) / (
            1 - terms["haircut"] - terms["loanToValueTarget"]
        )
        sold = np.where(is_sold, np.minimum(sale, terms["soldMax"] * assets), 0)
        debt = debt - (1 - terms["haircut"]) * sold
        held = assets - sold
        equity = np.maximum(held - debt, 0)
        has_room = debt < terms["distributionBelow"] * held
        paid = np.where(has_room, terms["distributed"] * equity, 0)
        values = values * ((held - paid) / assets)[:, None]
        distributed = distributed + paid
        was_sold = was_sold | is_sold
        equity = equity - paid
    return equity, distributed, was_sold.astype(float)


class Tuned:
    """The same in blocks that fit into the cache, one column an asset, nothing allocated."""

    def __init__(self, terms):
        self.terms = terms
        count = terms["assets"]
        self.volatilities = np.array(terms["volatilities"]) / 2
        self.drifts = (terms["drift"] / 4 - self.volatilities**2 / 2)[:, None]
        correlations = np.full((count, count), terms["correlation"])
        np.fill_diagonal(correlations, 1)
        self.factor = np.linalg.cholesky(correlations) * self.volatilities[:, None]
        self.shocks, self.growth, self.values = (np.empty((count, BLOCK)) for _ in range(3))
        names = ("assets", "debt", "sale", "held", "equity", "paid", "distributed", "sold", "rest")
        self.columns = {name: np.empty(BLOCK) for name in names}
        self.is_sold, self.has_room = np.empty(BLOCK, dtype=bool), np.empty(BLOCK, dtype=bool)

    def block(self, random):
        """The columns equity, distributed and sold of one block; they are overwritten by the next."""
        columns = self.columns
        self.values.fill(self.terms["value"])
        columns["debt"].fill(self.terms["debt"])
        columns["distributed"].fill(0)
        columns["sold"].fill(0)
        for _ in range(self.terms["quarters"]):
            random.standard_normal(out=self.shocks)
            np.matmul(self.factor, self.shocks, out=self.growth)
            np.add(self.growth, self.drifts, out=self.growth)
            np.exp(self.growth, out=self.growth)
            np.multiply(self.values, self.growth, out=self.values)
            self.settle(**columns)
        np.subtract(columns["equity"], columns["paid"], out=columns["equity"])
        return columns["equity"], columns["distributed"], columns["sold"]

    def settle(self, assets, debt, sale, held, equity, paid, distributed, sold, rest):
        terms = self.terms
        np.sum(self.values, axis=0, out=assets)
        np.multiply(debt, 1 + terms["interest"] / 4, out=debt)
        np.multiply(assets, terms["loanToValueMax"], out=held)
        np.greater(debt, held, out=self.is_sold)
        np.multiply(assets, terms["loanToValueTarget"], out=sale)
        np.subtract(debt, sale, out=sale)
        np.multiply(sale, 1 / (1 - terms["haircut"] - terms["loanToValueTarget"]), out=sale)
        np.multiply(assets, terms["soldMax"], out=held)
        np.minimum(sale, held, out=sale)
        np.multiply(sale, self.is_sold, out=sale)
        np.subtract(assets, sale, out=held)
        np.multiply(sale, 1 - terms["haircut"], out=sale)
        np.subtract(debt, sale, out=debt)
        np.subtract(held, debt, out=equity)
        np.maximum(equity, 0, out=equity)
        np.multiply(held, terms["distributionBelow"], out=rest)
        np.less(debt, rest, out=self.has_room)
        np.multiply(equity, terms["distributed"], out=paid)
        np.multiply(paid, self.has_room, out=paid)
        np.subtract(held, paid, out=rest)
        np.divide(rest, assets, out=rest)
        np.multiply(self.values, rest, out=self.values)
        np.add(distributed, paid, out=distributed)
        np.maximum(sold, self.is_sold, out=sold)


def moments(columns):
    """Sum and sum of squares of each column."""
    return np.array([[column.sum(), np.square(column).sum()] for column in columns])


def reference(command):
    """Sums and sums of squares of the last quarter's equity, distributions and sales."""
    terms, paths = command["terms"], command["paths"]
    random = generator(command["generator"], command["seed"])
    if command["style"] == "naive":
        return {"sums": moments(naive(terms, paths, random)).tolist()}
    tuned = Tuned(terms)
    sums = np.zeros((3, 2))
    for _ in range(paths // BLOCK):
        sums += moments(tuned.block(random))
    return {"sums": sums.tolist()}


def main():
    print(json.dumps({"numpy": np.__version__}), flush=True)
    for line in sys.stdin:
        command = json.loads(line)
        start = time.perf_counter()
        result = reference(command) if command["kind"] == "reference" else normals(command)
        seconds = time.perf_counter() - start
        print(json.dumps({"seconds": seconds, **(result or {})}), flush=True)


main()
