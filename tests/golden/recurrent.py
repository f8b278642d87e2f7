"""Recurrent layers for make_golden.py: torch.nn.LSTM, GRU and RNN, on packed sequences where there is a
mask, and the same written out, for what those have not: norms inside the cell and masks with holes."""
import torch
import torch.nn.functional as F
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence, pad_packed_sequence

GATES = {"rnn": 1, "lstm": 4, "gru": 3}
FUNCTIONS = {"rnn": torch.rnn_tanh, "lstm": torch.lstm, "gru": torch.gru}  # what the modules call


class Norm:
    """A norm called at every time step; batchnorm with statistics for each of them (Cooijmans et al. 2016)."""

    def __init__(self, call, text, c, suffix, beta, steps):
        self.call, self.suffix = call, suffix
        self.kind, *rest = text.split(":")
        self.momentum = float(dict(w.split("=") for w in rest).get("momentum", 0.1))
        self.gamma = call.param("gamma" + suffix, (c,))
        self.beta = call.param("beta" + suffix, (c,)) if beta else torch.zeros(c)
        if self.kind == "batchnorm":
            self.mean = call.state("running_mean" + suffix, (steps, c)).clone()
            self.var = call.state("running_var" + suffix, (steps, c)).clone()
            self.trained = call.state("steps_trained" + suffix, (1,)).clone()

    def __call__(self, z, t, valid):
        if self.kind == "layernorm":
            return F.layer_norm(z, z.shape[-1:], self.gamma, self.beta, 1e-5)
        if not self.call.training:
            t = min(t, int(self.trained) - 1)
            return (z - self.mean[t]) / torch.sqrt(self.var[t] + 1e-5) * self.gamma + self.beta
        some = z[valid]
        if len(some) == 0:
            return torch.zeros_like(z) + self.beta
        mean, var = some.mean(0), some.var(0, unbiased=False)
        if len(some) > 1:
            unbiased = some.var(0).detach()
            self.mean[t] = (1 - self.momentum) * self.mean[t] + self.momentum * mean.detach()
            self.var[t] = (1 - self.momentum) * self.var[t] + self.momentum * unbiased
            self.trained = torch.clamp(self.trained, min=t + 1)
        return (z - mean) / torch.sqrt(var + 1e-5) * self.gamma + self.beta

    def finish(self):
        if self.kind == "batchnorm":
            self.call.update("running_mean" + self.suffix, self.mean)
            self.call.update("running_var" + self.suffix, self.var)
            self.call.update("steps_trained" + self.suffix, self.trained)


def none(z, t, valid):
    return z


def direction(call, kind, o, x, suffix):
    """The parameters of one direction, and its output by the definition."""
    n, steps, c = x.shape
    h, g = int(o[""]), GATES[kind]
    p = {"x": call.param("weight_x" + suffix, (c, g * h), c), "h": call.param("weight_h" + suffix, (h, g * h), h),
         "b": torch.zeros(g * h), "bh": torch.zeros(h)}
    if o.get("bias", "1") == "1":
        p["b"] = call.param("bias" + suffix, (g * h,))
        if kind == "gru":
            p["bh"] = call.param("bias_h" + suffix, (h,))
    text, places = o.get("norm", "none"), o.get("norm_at", "x-h-c").split("-")
    norms = {place: Norm(call, text, g * h if place != "c" else h, f"_{place}{suffix}", place == "c", steps)
             for place in ("x", "h", "c") if text != "none" and place in places and (place != "c" or kind == "lstm")}
    norm = {place: norms.get(place, none) for place in ("x", "h", "c")}
    mask = torch.ones(n, steps, dtype=bool) if call.mask is None else call.mask
    state, cell, out = torch.zeros(n, h), torch.zeros(n, h), [None] * steps
    for t in reversed(range(steps)) if suffix else range(steps):
        valid = mask[:, t]
        a = norm["x"](x[:, t] @ p["x"], t, valid) + p["b"]
        part = norm["h"](state @ p["h"], t, valid)
        if kind == "rnn":
            new, new_cell = torch.tanh(a + part), cell
        elif kind == "lstm":
            i, f, cand, out_gate = (a + part).chunk(4, 1)
            forget = torch.sigmoid(f + float(o.get("forget_bias", 1)))
            new_cell = forget * cell + torch.sigmoid(i) * torch.tanh(cand)
            new = torch.sigmoid(out_gate) * torch.tanh(norm["c"](new_cell, t, valid))
        else:
            ar, az, an = a.chunk(3, 1)
            pr, pz, pn = part.chunk(3, 1)
            z, new_cell = torch.sigmoid(az + pz), cell
            new = (1 - z) * torch.tanh(an + torch.sigmoid(ar + pr) * (pn + p["bh"])) + z * state
        keep = valid[:, None]
        state, cell = torch.where(keep, new, state), torch.where(keep, new_cell, cell)
        out[t] = torch.where(keep, new, torch.zeros(()))
    for one in norms.values():
        one.finish()
    return p, torch.stack(out, 1)


def packable(mask):
    """Valid steps stand at the start, and there is one."""
    return mask is None or bool((mask[:, 0] & (mask[:, 1:] <= mask[:, :-1]).all(1)).all())


def by_torch(call, kind, o, x, directions):
    h, g = int(o[""]), GATES[kind]
    weights = []
    for p in directions:
        b, bh = p["b"], torch.zeros(g * h)
        if kind == "lstm":
            b = b + torch.cat([torch.zeros(h), torch.full((h,), float(o.get("forget_bias", 1))), torch.zeros(2 * h)])
        if kind == "gru":
            bh = torch.cat([torch.zeros(2 * h), p["bh"]])
        weights += [p["x"].T, p["h"].T, b, bh]
    both = len(directions) == 2
    first = torch.zeros(1 + both, len(x), h)
    first = [first, first] if kind == "lstm" else first
    # has_biases, num_layers, dropout, train, bidirectional
    if call.mask is None:
        return FUNCTIONS[kind](x, first, weights, True, 1, 0.0, False, both, True)[0]
    packed = pack_padded_sequence(x, call.mask.sum(1), batch_first=True, enforce_sorted=False)
    data = FUNCTIONS[kind](packed.data, packed.batch_sizes, first, weights, True, 1, 0.0, False, both)[0]
    return pad_packed_sequence(PackedSequence(data, *packed[1:]), batch_first=True, total_length=x.shape[1])[0]


def recurrent(kind):
    def layer(call, o, x):
        suffixes = ("", "_reverse") if o.get("bidirectional") == "1" else ("",)
        made = [direction(call, kind, o, x, suffix) for suffix in suffixes]
        y = torch.cat([out for _, out in made], 2)
        if "norm" in o or not packable(call.mask):
            return y
        torchs = by_torch(call, kind, o, x, [p for p, _ in made])
        assert torch.allclose(y, torchs, rtol=1e-12, atol=1e-12)
        return torchs
    return layer


def cases(lengths, holes):
    """As make_golden.cases()."""
    short = F.pad(lengths(5, 3, 1, 4), (0, 2))  # nobody reaches the last two steps
    for kind in GATES:
        for o, shape in ("5", (3, 6, 4)), ("4 bias=0", (2, 1, 3)), ("3 bidirectional=1", (4, 7, 5)), ("17", (1, 3, 1)):
            yield f"{kind} {o}", shape, {}
        for o in "5", "3 bidirectional=1", "18 bidirectional=1 bias=0":
            yield f"{kind} {o}", (4, 7, 4), dict(suffix="packed", mask=short)
        for o in "3", "3 bidirectional=1", "2 norm=batchnorm", "2 norm=layernorm bidirectional=1":
            yield f"{kind} {o}", (3, 6, 3), dict(suffix="holes", mask=holes)
        for norm in "layernorm", "batchnorm":
            for o in "", " norm_at=x", " norm_at=h":
                yield f"{kind} 3 norm={norm}{o}", (5, 4, 3), {}
            yield f"{kind} 5 norm={norm} bidirectional=1", (4, 7, 4), dict(suffix="packed", mask=short)
        yield f"{kind} 3 norm=batchnorm:momentum=0.3", (4, 7, 4), dict(suffix="packed", mask=short)
    yield "lstm 5 forget_bias=0", (3, 6, 4), {}
    for o in "norm_at=c", "norm_at=x-h", "norm_at=x-c", "norm_at=h-c", "norm_at=x-h-c":
        yield "lstm 4 norm=batchnorm " + o, (4, 7, 2), dict(suffix="packed", mask=short)
    yield "lstm 3 norm=layernorm norm_at=c", (3, 4, 2), {}
    yield "batchnorm over=step", (5, 4, 3), {}
    yield "batchnorm over=step momentum=0.3", (5, 7, 3), dict(suffix="packed", mask=F.pad(lengths(5, 3, 2, 4, 5), (0, 2)))
    yield "batchnorm over=step", (3, 6, 2), dict(suffix="holes", mask=holes)


def batchnorm_over_step(call, o, x):
    norm = Norm(call, "batchnorm:momentum=" + o.get("momentum", "0.1"), x.shape[-1], "", True, x.shape[1])
    mask = torch.ones(x.shape[:2], dtype=bool) if call.mask is None else call.mask
    y = torch.stack([norm(x[:, t], t, mask[:, t]) for t in range(x.shape[1])], 1)
    norm.finish()
    return y


LAYERS = {kind: recurrent(kind) for kind in GATES}
