"""The two networks of note N0 in Keras itself, on Fashion-MNIST, epoch by epoch.

    python3 bench/peers/notebook_keras.py [--seeds 3] [--epochs 6] [--images FOLDER]

Needs Keras 3 with its PyTorch backend (pip install keras torch). The training error is Keras's own: the
average over the epoch, while the weights change, as N0 prints it. Random numbers are Keras's, so
normlab's seeds are to be compared as a spread and not one by one. What came out is told in the
notes of src/experiments/placement.yaml.
"""
import argparse
import gzip
import os
import pathlib

os.environ.setdefault("KERAS_BACKEND", "torch")
import keras
import numpy as np
import torch
from keras import layers


def load(folder):
    """Images 0 to 255, which the first BatchNormalization standardizes; the 10,000 test images validate."""

    def read(name, header):
        return np.frombuffer(gzip.open(pathlib.Path(folder) / name).read(), np.uint8, offset=header)

    def images(name):
        return read(f"{name}-images-idx3-ubyte.gz", 16).reshape(-1, 28, 28).astype("float32")

    def labels(name):
        return read(f"{name}-labels-idx1-ubyte.gz", 8).astype("int64")

    return (images("train"), labels("train")), (images("t10k"), labels("t10k"))


def network(place):
    """BatchNormalization on the flattened input, and after or before the activation of 300 and of 100."""
    net = [keras.Input((28, 28)), layers.Flatten(), layers.BatchNormalization()]
    for width in (300, 100):
        if place == "after":
            net += [layers.Dense(width, activation="relu"), layers.BatchNormalization()]
        else:
            net += [layers.Dense(width), layers.BatchNormalization(), layers.Activation("relu")]
    return keras.Sequential(net + [layers.Dense(10, activation="sigmoid")])


def run(train, test, place, seed, epochs):
    keras.utils.set_random_seed(seed)
    net = network(place)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    told = net.fit(*train, batch_size=32, epochs=epochs, validation_data=test, verbose=0).history
    for e in range(epochs):
        print(f"{place} seed {seed} epoch {e + 1}: train error {100 - 100 * told['accuracy'][e]:.2f} "
              f"train loss {told['loss'][e]:.4f} val error {100 - 100 * told['val_accuracy'][e]:.2f} "
              f"val loss {told['val_loss'][e]:.4f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--images", default="/usr/share/datasets/fashion-mnist")
    o = parser.parse_args()
    torch.set_num_threads(1)
    print(f"Keras {keras.__version__}, {keras.backend.backend()} {torch.__version__}")
    train, test = load(o.images)
    for seed in range(o.seeds):
        for place in ("after", "before"):
            run(train, test, place, seed, o.epochs)


if __name__ == "__main__":
    main()
