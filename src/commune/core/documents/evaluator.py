"""Evaluating the expressions of a template: data only, no way out of it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from appy.pod.evaluator import Evaluator
from RestrictedPython import compile_restricted_eval
from RestrictedPython.Eval import default_guarded_getitem, default_guarded_getiter
from RestrictedPython.Guards import guarded_iter_unpack_sequence, safe_builtins, safer_getattr

ABSENT = object()


def attribute(value: Any, name: str) -> Any:
    """The public attribute of that name; one that is not there is a fault, not ``None``."""
    found = safer_getattr(value, name, ABSENT)
    if found is ABSENT:
        raise AttributeError(name)
    return found


FAULTS = (ArithmeticError, AttributeError, LookupError, NameError, TypeError, ValueError)
OPENINGS = ("document", "image", "pod", "shape", "cell", "text")
AUTOMATIC = frozenset({"tableName", "columnsRepeated"})  # the renderer asks for them, and has an answer without
GUARDS = {
    "__builtins__": safe_builtins | {"sum": sum, "min": min, "max": max, "any": any, "all": all, "enumerate": enumerate,
                                     "list": list, "dict": dict, "set": set},
    "_getattr_": attribute,
    "_getitem_": default_guarded_getitem,
    "_getiter_": default_guarded_getiter,
    "_iter_unpack_sequence_": guarded_iter_unpack_sequence,
}  # fmt: skip


class Halt(BaseException):
    """Stops the renderer, which would wrap an ordinary exception and lose what it says."""

    def __init__(self, expression: str, reason: str) -> None:
        super().__init__(expression, reason)
        self.expression = expression
        self.reason = reason


@lru_cache(maxsize=2000)
def compiled(expression: str) -> Any:
    """The code of an expression; raises ``Halt`` when it cannot be read or is not allowed."""
    result = compile_restricted_eval(expression.strip())
    if result.errors:
        raise Halt(expression, "; ".join(result.errors))
    return result.code


class DataEvaluator(Evaluator):
    """Gives the values of expressions, and names the one at fault."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self.given = given

    def run(self, expression: str, context: dict[str, Any]) -> Any:
        name = expression.partition("[")[0]
        if name in AUTOMATIC and name not in context:
            raise NameError(name)
        code = compiled(expression)
        try:
            return eval(code, context)
        except FAULTS as fault:
            raise Halt(expression, f"{type(fault).__name__}: {fault}") from fault

    def updateContext(self, context: dict[str, Any]) -> None:
        """Close what would read files or the network, give its names back to the data, and set the guards."""
        for name in OPENINGS:
            context.pop(name, None)
            if name in self.given:
                context[name] = self.given[name]
        context.update(GUARDS)
