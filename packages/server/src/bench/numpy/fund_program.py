"""A program of the projection in numpy: the same operations, each on arrays of many paths.

It is written down as Python once, so that a step costs what numpy's own loops cost. What is the
same for all paths is computed once a step, as a number, and an array is let go after its last use,
so that arrays stay in the cache. It reads commands from standard input, one JSON object a line, and
answers each with one line.
"""

import json
import sys
import time

import numpy as np

BLOCK = 8192
BINARY = {
    "add": "{} + {}",
    "subtract": "{} - {}",
    "multiply": "{} * {}",
    "divide": "divide({}, {})",
    "minimum": "minimum({}, {})",
    "maximum": "maximum({}, {})",
    "less": "{} < {}",
    "lessOrEqual": "{} <= {}",
    "equal": "{} == {}",
}
UNARY = {
    "negate": "-{}",
    "absolute": "absolute({})",
    "squareRoot": "sqrt({})",
    "floor": "floor({})",
    "nearest": "rint({})",
    "exponential": "exp({})",
    "logarithm": "log({})",
}


def operands(node):
    names = ("left", "right", "operand", "row", "condition", "whenTrue", "whenFalse")
    return [node[name] for name in names if name in node]


def expression(node, is_fixed):
    op = node["op"]
    use = "v{}".format
    if op in BINARY:
        return BINARY[op].format(use(node["left"]), use(node["right"]))
    if op in UNARY:
        return UNARY[op].format(use(node["operand"]))
    if op == "constant":
        value = node["value"]
        return value if isinstance(value, str) else repr(float(value))
    if op == "truth":
        return repr(node["value"])
    if op == "parameter":
        return f"parameters[{node['index']}]"
    if op == "schedule":
        return f"schedule[{node['index']}]"
    if op == "state":
        return f"states[{node['index']}]"
    if op == "draw":
        return f"draws({node['index']})"
    if op == "lookup":
        table = f"tables[{node['table']}]"
        rows = f"clip({use(node['row'])}, 0, len({table}) - 1)"
        return f"{table}[int({rows})]" if is_fixed else f"{table}[{rows}.astype(intp)]"
    if op == "and":
        return f"logical_and({use(node['left'])}, {use(node['right'])})"
    if op == "or":
        return f"logical_or({use(node['left'])}, {use(node['right'])})"
    if op == "not":
        return f"logical_not({use(node['operand'])})"
    chosen = [use(node[name]) for name in ("condition", "whenTrue", "whenFalse")]
    return "where({}, {}, {})".format(*chosen)


def source(program):
    """A function of one step: the next states and the outputs."""
    nodes = program["nodes"]
    fixed = []
    last_use = {}
    for place, node in enumerate(nodes):
        own = node["op"] in ("state", "draw")
        fixed.append(not own and all(fixed[operand] for operand in operands(node)))
        for operand in operands(node):
            last_use[operand] = place
    kept = {state["next"] for state in program["states"]}
    kept |= {output["value"] for output in program["outputs"]}
    lines = ["def step(parameters, schedule, states, tables, draws):"]
    for place, node in enumerate(nodes):
        lines.append(f" v{place} = {expression(node, fixed[place])}")
        gone = [
            f"v{operand}"
            for operand in set(operands(node))
            if last_use[operand] == place and operand not in kept and not fixed[operand]
        ]
        if gone:
            lines.append(f" del {', '.join(gone)}")
    next_states = ", ".join(f"v{state['next']}" for state in program["states"])
    outputs = ", ".join(f"v{output['value']}" for output in program["outputs"])
    lines.append(f" return [{next_states}], [{outputs}]")
    return "\n".join(lines)


def fund(command):
    program = command["program"]
    names = {name: getattr(np, name) for name in NAMES}
    exec(source(program), names)
    step = names["step"]
    parameters = command["parameters"]
    tables = [np.array(table) for table in command["tables"]]
    steps, width = command["steps"], len(program["schedules"])
    schedules = np.array(command["schedules"]).reshape(steps, width)
    random = np.random.Generator(np.random.SFC64(command["seed"]))
    kinds = [draw["distribution"] for draw in program["draws"]]
    sums = np.zeros((len(program["outputs"]), 2))
    start = time.perf_counter()
    for first in range(0, command["paths"], BLOCK):
        paths = min(BLOCK, command["paths"] - first)

        def draws(index):
            return random.standard_normal(paths) if kinds[index] == "normal" else random.random(paths)

        states = [np.full(paths, opening) for opening in command["opening"]]
        for number in range(steps):
            states, outputs = step(parameters, schedules[number].tolist(), states, tables, draws)
        for index, output in enumerate(outputs):
            sums[index] += np.sum(output * np.ones(paths)), np.sum(output * output * np.ones(paths))
    return {"seconds": time.perf_counter() - start, "sums": sums.tolist()}


NAMES = (
    "divide minimum maximum absolute sqrt floor rint exp log clip where "
    "logical_and logical_or logical_not intp inf"
).split()

if __name__ == "__main__":
    np.seterr(all="ignore")
    print(json.dumps({"numpy": np.__version__}), flush=True)
    for line in sys.stdin:
        print(json.dumps(fund(json.loads(line))), flush=True)
