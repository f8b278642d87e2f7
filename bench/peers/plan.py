"""What is measured: the rows of bench/results.md, each with its goal."""

# What a time is of: the peers' figure, its unit, and how many of it.
PER_IMAGE, PER_STEP, PER_EPOCH = ("image_ms", "ms an image", 1), ("step_ms", "ms a step", 1), ("image_ms", "s an epoch", 60)


class Training:
    """Steps of a trial. steps, repeat: of a round's samples. goal: how many times as fast as PyTorch's fastest way
    normlab should be; jax_goal: and as JAX, or None. smallest: True for the smallest batch of a net; a quick run
    compiles no other. compared: the steps whose losses are compared."""

    def __init__(self, name, config, batch, steps, repeat, goal, per, jax_goal=None, smallest=False,
                 compared=50):
        self.name, self.config, self.batch = f"{name}, batch {batch}", config + [f"batch={batch}"], batch
        self.steps, self.repeat, self.per = steps, repeat, per
        self.goal, self.jax_goal, self.smallest = goal, jax_goal, smallest
        self.compared = compared
        self.in_jax = not config[0].startswith(("net=recurrent", "net=transformer"))


MLP = ["net=mlp hidden=300-100 norm_at=input-before", "norm=batchnorm", "data=fashion-mnist",
       "optimizer=adam", "lr=0.001"]
# The rate is low because rounding errors grow with it, and the two curves are to be compared; a
# step's work does not depend on it.
RESNET = ["data=synthetic-rgb", "optimizer=sgd", "momentum=0.9", "lr=0.0002"]
# Words of 20 letters or more, cut to 20: no padding, so that neither peer masks. There are 763; of 640
# every batch is full, whatever its size.
SEQUENCES = ["norm=layernorm over=token", "data=words", "length=20", "train_count=640",
             "optimizer=adam", "lr=0.001"]


def mlps():
    for batch, steps, goal, jax_goal in ((32, 1875, 4, 2), (256, 235, 1.9, 1.4)):
        yield Training("MLP 784-300-100-10, BatchNorm, Adam", MLP, batch, steps, 1, goal, PER_EPOCH, jax_goal,
                       smallest=batch == 32)


def resnets():
    for depth, norm, title, batches in (
            (20, "batchnorm", "BatchNorm", ((2, 40, 5), (32, 6, 2.8), (128, 2, 2.2))),
            (20, "groupnorm groups=8", "GroupNorm 8", ((2, 40, 5), (32, 6, 2.8))),
            (8, "batchnorm", "BatchNorm", ((2, 80, 6), (32, 10, 3)))):
        for batch, steps, goal in batches:
            yield Training(f"ResNet-{depth} width 16, {title}, SGD",
                           [f"net=resnet depth={depth} width=16", f"norm={norm}"] + RESNET, batch, steps, 3,
                           # fifty steps of 128 images take minutes, in each of several ways
                           goal, PER_IMAGE, smallest=batch == 2, compared=20 if batch == 128 else 50)


def sequence_nets():
    for net, title, steps, goals in (
            ("recurrent embedding=32 units=64", "LSTM 64, embedding 32, T=20, LayerNorm, Adam",
             (160, 80, 40), (5, 4, 3)),
            ("transformer layers=2 width=64 heads=4 ff=256",
             "transformer d=64, 4 heads, ff 256, 2 layers, T=20, LayerNorm, Adam", (80, 40, 20), (5, 2.6, 2.6))):
        for batch, count, goal in zip((8, 32, 128), steps, goals):
            yield Training(title, [f"net={net}"] + SEQUENCES, batch, count, 3, goal, PER_STEP,
                           smallest=batch == 8)


def trainings():
    return [*mlps(), *resnets(), *sequence_nets()]


NORMS = (("batchnorm", "BatchNorm"), ("groupnorm", "GroupNorm 8"),
         ("instancenorm", "InstanceNorm"), ("layernorm", "LayerNorm over C,H,W"))
# Arrays beyond the caches are held against the streaming bound, the others against PyTorch.
SHAPES = (("32x32x32x16", "(32,16,32,32)", False), ("128x8x8x64", "(128,64,8,8)", False),
          ("32x56x56x64", "(32,64,56,56)", True))
NORM_GOAL, BOUND_GOAL = 2.5, 0.9

MEMORY_GOAL = 1 / 3
