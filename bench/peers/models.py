"""The nets of normlab's zoo in PyTorch, built by themselves and filled with normlab's first values.

Modules carry normlab's names ("block4.shortcut.conv1"), so that a name says which values it gets.
"""
import torch
from torch import nn
import torch.nn.functional as F


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
            module = nn.GroupNorm(int(option.partition("=")[2]), channels)
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


def options(text):
    """"resnet depth=8 width=16" -> ("resnet", {"depth": "8", "width": "16"})"""
    name, *rest = text.split()
    return name, dict(pair.split("=") for pair in rest)


def build(config, channels, side, classes=10):
    name, o = options(config["net"])
    if name == "mlp":
        hidden = [int(w) for w in o.get("hidden", "128-64").split("-")]
        return Mlp(channels * side * side, hidden, classes, config["norm"], o.get("norm_at") == "input-before")
    if name == "resnet":
        return ResNet(channels, int(o.get("depth", 20)), int(o.get("width", 16)),
                      o.get("shortcut") == "pad", classes, config["norm"])
    raise SystemExit(f"peers: no model for net={config['net']}")


ATTRIBUTE = {"gamma": "weight", "beta": "bias", "weight": "weight", "bias": "bias"}


def to_torch(value):
    """A parameter in PyTorch's order: dense [in][out] and conv2d [k][k][in][out] turned round."""
    if value.ndim == 4:
        return value.permute(3, 2, 0, 1).contiguous()
    return value.t().contiguous() if value.ndim == 2 else value


def fill(net, params):
    """Gives every parameter of net its value; each value must be used, each parameter given."""
    left = {id(p) for p in net.parameters()}
    with torch.no_grad():
        for name, value in params.items():
            layer, _, what = name.rpartition("/")
            p = getattr(net.layer(layer), ATTRIBUTE[what])
            if p.shape != value.shape:
                raise SystemExit(f"peers: {name} is {tuple(value.shape)}, here {tuple(p.shape)}")
            p.copy_(value)
            left.discard(id(p))
    if left:
        names = [n for n, p in net.named_parameters() if id(p) in left]
        raise SystemExit(f"peers: no value for {', '.join(names)}")
