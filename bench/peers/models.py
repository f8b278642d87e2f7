"""The nets of normlab's zoo in PyTorch, built by themselves and filled with normlab's first values.

Modules carry normlab's names ("block4.shortcut.conv1"), so that a name says which values it gets.
"""
import math

import torch
from torch import nn
import torch.nn.functional as F

from work import groups_of


class Net(nn.Module):
    """Modules by normlab's names; a dot, which PyTorch does not take, becomes a bar."""

    def __init__(self, norm):
        super().__init__()
        self.norm = norm

    def put(self, name, module):
        self.add_module(name.replace(".", "|"), module)
        return module

    def layer(self, name):
        return self._modules[name.replace(".", "|")]

    def put_norm(self, name, channels, image):
        kind, _, option = self.norm.partition(" ")
        if kind == "batchnorm":
            module = nn.BatchNorm2d(channels) if image else nn.BatchNorm1d(channels)
        elif kind == "groupnorm":
            module = nn.GroupNorm(groups_of(option), channels)
        elif self.norm == "layernorm over=token":
            module = nn.LayerNorm(channels)
        else:
            raise SystemExit(f"peers: no module for norm={self.norm}")
        return self.put(name, module)


class Mlp(Net):
    """flatten; [norm]; dense, norm, relu for each hidden width; dense"""

    def __init__(self, inputs, hidden, classes, norm, input_norm):
        super().__init__(norm)
        body, norms, width = [], 0, inputs
        if input_norm:
            norms += 1
            body.append(self.put_norm(f"norm{norms}", inputs, False))
        for i, units in enumerate(hidden, 1):
            norms += 1
            body.append(self.put(f"dense{i}", nn.Linear(width, units, bias=False)))
            body.append(self.put_norm(f"norm{norms}", units, False))
            body.append(nn.ReLU(inplace=True))
            width = units
        body.append(self.put(f"dense{len(hidden) + 1}", nn.Linear(width, classes)))
        self.order = body

    def forward(self, x):
        for module in self.order:
            x = module(x)
        return x


class Block(nn.Module):
    """conv, norm, relu, conv, norm; plus the shortcut; relu"""

    def __init__(self, net, name, channels_in, channels, stride, pad):
        super().__init__()
        self.stride, self.extra = stride, channels - channels_in
        put = lambda part, module: net.put(f"{name}.{part}", module)
        self.conv1 = put("conv1", nn.Conv2d(channels_in, channels, 3, stride, 1, bias=False))
        self.norm1 = net.put_norm(f"{name}.norm1", channels, True)
        self.conv2 = put("conv2", nn.Conv2d(channels, channels, 3, 1, 1, bias=False))
        self.norm2 = net.put_norm(f"{name}.norm2", channels, True)
        self.conv0 = self.norm0 = None
        if stride == 2 and not pad:
            self.conv0 = put("shortcut.conv1", nn.Conv2d(channels_in, channels, 1, 2, bias=False))
            self.norm0 = net.put_norm(f"{name}.shortcut.norm1", channels, True)

    def shortcut(self, x):
        if self.conv0 is not None:
            return self.norm0(self.conv0(x))
        if self.stride == 2:
            return F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, 0, self.extra))
        return x

    def forward(self, x):
        y = F.relu(self.norm1(self.conv1(x)), inplace=True)
        y = self.norm2(self.conv2(y))
        return F.relu(y.add_(self.shortcut(x)), inplace=True)


class ResNet(Net):
    """He et al. 2016 for CIFAR, depth 6n + 2"""

    def __init__(self, channels, depth, width, pad, classes, norm):
        super().__init__(norm)
        self.conv = self.put("conv1", nn.Conv2d(channels, width, 3, 1, 1, bias=False))
        self.first = self.put_norm("norm1", width, True)
        blocks, c = [], width
        for stage in range(3):
            for i in range((depth - 2) // 6):
                stride = 2 if stage > 0 and i == 0 else 1
                name = f"block{len(blocks) + 1}"
                blocks.append(Block(self, name, c, width << stage, stride, pad))
                c = width << stage
        self.blocks = blocks  # a plain list: their modules are registered under normlab's names
        self.dense = self.put("dense1", nn.Linear(c, classes))

    def forward(self, x):
        x = F.relu(self.first(self.conv(x)), inplace=True)
        for block in self.blocks:
            x = block(x)
        return self.dense(x.mean((2, 3)))


class Recurrent(Net):
    """embedding, lstm, norm, the last position, dense; all sequences are of full length"""

    def __init__(self, tokens, embedding, units, classes, norm, batch_first):
        super().__init__(norm)
        self.last = (slice(None), -1) if batch_first else -1
        self.embedding = self.put("embedding1", nn.Embedding(tokens, embedding, padding_idx=0))
        self.lstm = self.put("lstm1", nn.LSTM(embedding, units, batch_first=batch_first))
        self.after = self.put_norm("norm1", units, False)
        self.dense = self.put("dense1", nn.Linear(units, classes))
        # PyTorch adds two biases where normlab has one. The other is not trained: it holds the 1 that
        # normlab adds to the forget gate, the second of four.
        other = self.lstm.bias_hh_l0.requires_grad_(False)
        with torch.no_grad():
            other.zero_()[units:2 * units] = 1

    def forward(self, x):
        return self.dense(self.after(self.lstm(self.embedding(x))[0])[self.last])


class TransformerBlock(nn.Module):
    """x + attention(norm(x)), then x + dense(relu(dense(norm(x)))). nn.TransformerEncoderLayer, and
    attention written out in matmul and softmax, take as long."""

    def __init__(self, net, number, width, heads, ff, batch_first):
        super().__init__()
        first, second = f"block{number}", f"block{number + 1}"
        self.norm1 = net.put_norm(f"{first}.norm1", width, False)
        self.attention = net.put(f"{first}.attention1",
                                 nn.MultiheadAttention(width, heads, batch_first=batch_first))
        self.norm2 = net.put_norm(f"{second}.norm1", width, False)
        self.dense1 = net.put(f"{second}.dense1", nn.Linear(width, ff))
        self.dense2 = net.put(f"{second}.dense2", nn.Linear(ff, width))

    def forward(self, x):
        y = self.norm1(x)
        x = x + self.attention(y, y, y, need_weights=False)[0]
        return x + self.dense2(F.relu(self.dense1(self.norm2(x)), inplace=True))


def waves(positions, channels):
    """Sines and cosines of many wavelengths (Vaswani et al. 2017, section 3.5)."""
    angle = torch.arange(positions).double()[:, None] * torch.exp(
        torch.arange(0, channels, 2).double() * (-math.log(10000) / channels))
    return torch.stack((angle.sin(), angle.cos()), 2).reshape(positions, channels).float()


class Transformer(Net):
    """embedding, positions, blocks, norm, the mean, dense; all sequences are of full length"""

    def __init__(self, tokens, positions, layers, width, heads, ff, classes, norm, batch_first):
        super().__init__(norm)
        self.time = 1 if batch_first else 0
        self.embedding = self.put("embedding1", nn.Embedding(tokens, width, padding_idx=0))
        self.waves = waves(positions, width)
        if not batch_first:
            self.waves = self.waves[:, None]
        # A plain list: their modules are registered under normlab's names.
        self.blocks = [TransformerBlock(self, 1 + 2 * i, width, heads, ff, batch_first)
                       for i in range(layers)]
        self.after = self.put_norm("norm1", width, False)
        self.dense = self.put("dense1", nn.Linear(width, classes))

    def forward(self, x):
        x = self.embedding(x) + self.waves
        for block in self.blocks:
            x = block(x)
        return self.dense(self.after(x).mean(self.time))


def options(text):
    """"resnet depth=8 width=16" -> ("resnet", {"depth": "8", "width": "16"})"""
    name, *rest = text.split()
    return name, dict(pair.split("=") for pair in rest)


SEQUENCE_NETS = ("recurrent", "transformer")


def build_sequence_net(config, positions, tokens, classes, batch_first):
    """From the options that the work gives; others are as normlab has them by default."""
    name, o = options(config["net"])
    if name == "recurrent" and not o.keys() - {"embedding", "units"}:
        return Recurrent(tokens, int(o.get("embedding", 32)), int(o.get("units", 64)), classes,
                         config["norm"], batch_first)
    if name == "transformer" and not o.keys() - {"layers", "width", "heads", "ff"}:
        return Transformer(tokens, positions, int(o.get("layers", 2)), int(o.get("width", 64)),
                           int(o.get("heads", 4)), int(o.get("ff", 256)), classes, config["norm"],
                           batch_first)
    raise SystemExit(f"peers: no model for net={config['net']}")


def build(config, channels, side, classes=10):
    name, o = options(config["net"])
    if name == "mlp":
        hidden = [int(w) for w in o.get("hidden", "128-64").split("-")]
        return Mlp(channels * side * side, hidden, classes, config["norm"], o.get("norm_at") == "input-before")
    if name == "resnet":
        return ResNet(channels, int(o.get("depth", 20)), int(o.get("width", 16)),
                      o.get("shortcut") == "pad", classes, config["norm"])
    raise SystemExit(f"peers: no model for net={config['net']}")


ATTRIBUTE = {"gamma": "weight", "beta": "bias"}  # of normlab's parameters; others have PyTorch's name
ATTRIBUTES = {
    nn.LSTM: {"weight_x": "weight_ih_l0", "weight_h": "weight_hh_l0", "bias": "bias_ih_l0"},
    nn.MultiheadAttention: {"weight_qkv": "in_proj_weight", "bias_qkv": "in_proj_bias",
                            "weight_out": "out_proj.weight", "bias_out": "out_proj.bias"},
}


def to_torch(module, value):
    """A parameter in PyTorch's order: [in][out] and conv2d's [k][k][in][out] turned round."""
    if isinstance(module, nn.Embedding):
        return value
    if value.ndim == 4:
        return value.permute(3, 2, 0, 1)
    return value.t() if value.ndim == 2 else value


def fill(net, params):
    """Gives every parameter of net that is trained its value; each value must be used."""
    left = {id(p) for p in net.parameters() if p.requires_grad}
    with torch.no_grad():
        for name, value in params.items():
            layer, _, what = name.rpartition("/")
            module = net.layer(layer)
            p = module.get_parameter(ATTRIBUTES.get(type(module), ATTRIBUTE).get(what, what))
            value = to_torch(module, value)
            if p.shape != value.shape:
                raise SystemExit(f"peers: {name} is {tuple(value.shape)}, here {tuple(p.shape)}")
            p.copy_(value)
            left.discard(id(p))
    if left:
        names = [n for n, p in net.named_parameters() if id(p) in left]
        raise SystemExit(f"peers: no value for {', '.join(names)}")
