/* The table of published sets. Sizes and SHA-256 are those of the unpacked files, because mirrors may compress the
 * files differently. */
#include "data/fetch/fetch.h"
#include <stddef.h>
#include <string.h>

/* The SHA-256 were computed from copies with the published MD5 (6bbc9ace898e44ae57da46a324031adb and
 * 2646ac647ad5339dbf082846283269ea for the images). Several public projects state the same values. */
static const struct fetch_file mnist_files[] = {
    {"train-images-idx3-ubyte", 47040016,
     "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"},
    {"train-labels-idx1-ubyte", 60008,
     "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"},
    {"t10k-images-idx3-ubyte", 7840016,
     "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"},
    {"t10k-labels-idx1-ubyte", 10008,
     "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"},
    {0},
};

/* yann.lecun.com, which published the set, no longer has it. */
static const struct fetch_source mnist_sources[] = {
    {.base = "https://ossci-datasets.s3.amazonaws.com/mnist/", .suffix = ".gz"},
    {.base = "https://storage.googleapis.com/cvdf-datasets/mnist/", .suffix = ".gz"},
    {0},
};

/* The SHA-256 were computed from the files of Debian's package dataset-fashion-mnist. */
static const struct fetch_file fashion_mnist_files[] = {
    {"train-images-idx3-ubyte", 47040016,
     "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"},
    {"train-labels-idx1-ubyte", 60008,
     "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"},
    {"t10k-images-idx3-ubyte", 7840016,
     "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"},
    {"t10k-labels-idx1-ubyte", 10008,
     "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"},
    {0},
};

/* The two sources that the authors of the set name. The second has no HTTPS. */
static const struct fetch_source fashion_mnist_sources[] = {
    {.base = "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
     .suffix = ".gz"},
    {.base = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/", .suffix = ".gz"},
    {0},
};

/* The SHA-256 are those in the Ruby gem torchvision. Several other projects state the SHA-256 of the archive with these
 * files: c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd (170052171 bytes). */
#define CIFAR10_FOLDER "cifar-10-batches-bin/"
#define CIFAR10_BYTES  30730000

static const struct fetch_file cifar10_files[] = {
    {CIFAR10_FOLDER "data_batch_1.bin", CIFAR10_BYTES,
     "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"},
    {CIFAR10_FOLDER "data_batch_2.bin", CIFAR10_BYTES,
     "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"},
    {CIFAR10_FOLDER "data_batch_3.bin", CIFAR10_BYTES,
     "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"},
    {CIFAR10_FOLDER "data_batch_4.bin", CIFAR10_BYTES,
     "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"},
    {CIFAR10_FOLDER "data_batch_5.bin", CIFAR10_BYTES,
     "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"},
    {CIFAR10_FOLDER "test_batch.bin", CIFAR10_BYTES,
     "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b"},
    {0},
};

#define CIFAR10_ARCHIVE .archive = "cifar-10-binary.tar.gz", .archive_bytes_max = 200000000

static const struct fetch_source cifar10_sources[] = {
    {.base = "https://www.cs.toronto.edu/~kriz/", CIFAR10_ARCHIVE},
    {.base = "https://mindspore-website.obs.cn-north-4.myhuaweicloud.com/notebook/datasets/",
     CIFAR10_ARCHIVE},
    {.base = "https://storage.googleapis.com/s4tf-hosted-binaries/datasets/CIFAR10/",
     CIFAR10_ARCHIVE},
    {0},
};

/* The SHA-256 were computed from the files in github.com/sktime/sktime, where the spelling of a comment was corrected
 * in 2024. Older copies, and perhaps the UEA archive's own, have the same numbers but another SHA-256. */
static const struct fetch_file japanese_vowels_files[] = {
    {"JapaneseVowels_TRAIN.ts", 487971,
     "68a430eabd919cc77f40b1f5f3bc0dcafacc1486bca9260785aeb7d262cc78cd"},
    {"JapaneseVowels_TEST.ts", 649132,
     "b3d41d6a0ca3bcad3afb9ca7d4365382aa51341e2e58bae2a574babdda5b9462"},
    {0},
};

#define SKTIME "https://raw.githubusercontent.com/sktime/sktime/"

static const struct fetch_source japanese_vowels_sources[] = {
    {.base = SKTIME "main/sktime/datasets/data/JapaneseVowels/", .suffix = ""},
    {.base = SKTIME "39dfa2a3d6c49edb6dc79761eaf8e7d37fe7b776/sktime/datasets/data/JapaneseVowels/",
     .suffix = ""},
    {.base = "https://timeseriesclassification.com/aeon-toolkit/",
     .archive = "JapaneseVowels.zip",
     .archive_bytes_max = 20000000},
    {0},
};

const struct fetch_set fetch_sets[] = {
#define FETCH(id, name) {name, id##_files, id##_sources},
#include "data/fetch/fetch.def"
#undef FETCH
    {0},
};

/* True when the names are equal apart from "-": people also write cifar-10 and fashionmnist. */
static bool same_name(const char *a, const char *b)
{
    for (;; a++, b++) {
        while (*a == '-')
            a++;
        while (*b == '-')
            b++;
        if (*a != *b || *a == '\0')
            return *a == *b;
    }
}

const struct fetch_set *fetch_set_find(const char *name)
{
    for (const struct fetch_set *s = fetch_sets; s->name; s++)
        if (same_name(s->name, name))
            return s;
    return NULL;
}
