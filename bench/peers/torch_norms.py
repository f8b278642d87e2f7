"""Forward + backward of single norms in PyTorch: in both memory orders, eager and compiled."""
import math
import statistics
import time

import torch
from torch import nn

SHAPES = ((32, 16, 32, 32), (128, 64, 8, 8), (32, 64, 56, 56))
NORMS = {
    "batchnorm": [lambda c, s: nn.BatchNorm2d(c)],
    "groupnorm": [lambda c, s: nn.GroupNorm(8, c)],
    "instancenorm": [lambda c, s: nn.InstanceNorm2d(c, affine=True)],
    # normlab's gamma and beta are per channel, as GroupNorm(1)'s; the faster of both counts
    "layernorm": [lambda c, s: nn.LayerNorm((c, s, s)), lambda c, s: nn.GroupNorm(1, c)],
}
LAYOUTS = {"nchw": torch.contiguous_format, "channels_last": torch.channels_last}


def time_norm(module, call, shape, layout, seconds, repeat):
    lay = lambda x: x.contiguous(memory_format=LAYOUTS[layout])
    x, dy = lay(torch.randn(shape)).requires_grad_(), lay(torch.randn(shape))

    def both(calls):
        start = time.perf_counter()
        for _ in range(calls):
            x.grad = None
            module.zero_grad(set_to_none=True)
            call(x).backward(dy)
        return time.perf_counter() - start

    both(2)
    calls = max(1, math.ceil(max(seconds / repeat, 0.02) / (both(2) / 2)))
    return 1e3 * statistics.median(both(calls) for _ in range(repeat)) / calls


def compiled_ms(module, *plan):
    """Infinite when the norm cannot be compiled here."""
    try:
        torch._dynamo.reset()  # what is compiled for other norms counts against a limit
        return time_norm(module, torch.compile(module, dynamic=False), *plan)
    except Exception:
        return math.inf


def norms(seconds, repeat, mode=""):
    """The time of the fastest eager and the fastest compiled way of each norm; quick: compiled on the first shape only.
    None where nothing was compiled."""
    rows = []
    for shape in SHAPES:
        n, c, side, _ = shape
        for work, makers in NORMS.items():
            eager = compiled = math.inf
            for make in makers:
                for layout in LAYOUTS:
                    module, plan = make(c, side), (shape, layout, float(seconds), int(repeat))
                    eager = min(eager, time_norm(module, module, *plan))
                    if mode != "quick" or (shape == SHAPES[0] and layout == "nchw"):
                        compiled = min(compiled, compiled_ms(module, *plan))
            rows.append({"work": work, "shape": f"{n}x{side}x{side}x{c}", "eager": eager,
                         "compiled": compiled if compiled < math.inf else None})
    return {"rows": rows}
