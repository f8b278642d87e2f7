/* What changes of contrast and brightness, drawn for each test image, do to a trained net. */
#include "experiments/experiment.h"

#define NORMS "norm=none,batchnorm,layernorm,\"groupnorm groups=2\",instancenorm "

/* The norms stand behind the convolutions, or on the image as well, where GroupNorm has one channel only
 * and would be InstanceNorm. */
#define CONVOLUTIONS                                                                               \
    "conv2d 8 k=3; ${norm}; relu; maxpool 2; conv2d 16 k=3; ${norm}; relu; maxpool 2; flatten; dense ${classes}"
#define HIDDEN "panel=hidden net=\"avgpool 2; " CONVOLUTIONS "\" " NORMS
#define INPUT                                                                                      \
    "panel=input net=\"avgpool 2; ${norm}; " CONVOLUTIONS "\" "                                    \
    "norm=none,batchnorm,layernorm,instancenorm "

#define CONTRASTS    "test_brightness=0 test_contrast=0,0.2,0.4,0.6,0.8 "
#define BRIGHTNESSES "test_contrast=0 test_brightness=0.1,0.2,0.3,0.4 "
#define COMMON       "optimizer=sgd lr=0.05 batch=64 schedule=cosine "

#define PLAIN      " test_contrast=0 test_brightness=0"
#define CONTRAST   " test_contrast=0.8 test_brightness=0"
#define BRIGHTNESS " test_contrast=0 test_brightness=0.4"

#define UNMOVED(what, distortion, norm_name)                                                       \
    {                                                                                              \
        .id = "style",                                                                             \
        .text = norm_name " on the image takes away its " what ": the error stays as it was",      \
        .source = "N0 N2 N4; Ulyanov et al. 2016", .a = "panel=input norm=" norm_name distortion,  \
        .b = "panel=input norm=" norm_name PLAIN, .of.metric = METRIC_test_error,                  \
        .kind = CLAIM_SAME, .margin = 0.1                                                          \
    }

#define SUFFERS_LESS(what, distortion)                                                             \
    {                                                                                              \
        .id = "style",                                                                             \
        .text = "behind the convolutions, BatchNorm loses more to changes of " what                \
                " than InstanceNorm",                                                              \
        .source = "N0 N2 N4; Ulyanov et al. 2016", .a = "panel=hidden norm=batchnorm" distortion,  \
        .b = "panel=hidden norm=instancenorm" distortion,                                          \
        .a_base = "panel=hidden norm=batchnorm" PLAIN,                                             \
        .b_base = "panel=hidden norm=instancenorm" PLAIN, .of.metric = METRIC_test_error,          \
        .kind = CLAIM_MORE                                                                         \
    }

static const struct claim claims[] = {
    UNMOVED("contrast", CONTRAST, "instancenorm"),
    UNMOVED("brightness", BRIGHTNESS, "instancenorm"),
    UNMOVED("contrast", CONTRAST, "batchnorm"),
    SUFFERS_LESS("contrast", CONTRAST),
    SUFFERS_LESS("brightness", BRIGHTNESS),
    {.id = "style",
     .text = "without distortion InstanceNorm behind the convolutions costs accuracy against "
             "BatchNorm",
     .source = "Wu & He 2018",
     .a = "panel=hidden norm=instancenorm" PLAIN,
     .b = "panel=hidden norm=batchnorm" PLAIN,
     .of.metric = METRIC_test_error,
     .kind = CLAIM_MORE},
    {0},
};

static const struct table_request tables[] = {
    {.title = "Test error under changes of contrast",
     .only = "test_brightness=0",
     .panels = "panel",
     .rows = "norm",
     .columns = "test_contrast",
     .of.metric = METRIC_test_error},
    {.title = "Test error under changes of brightness",
     .only = "test_contrast=0",
     .panels = "panel",
     .rows = "norm",
     .columns = "test_brightness",
     .of.metric = METRIC_test_error},
    {0},
};

static const struct figure_request figures[] = {
    {.name = "contrast",
     .title = "Test error under random changes of contrast",
     .x_label = "contrast times 1 - this to 1 + this",
     .y_label = "test error in %",
     .only = "test_brightness=0",
     .panels = "panel",
     .series = "norm",
     .x = "test_contrast",
     .of.metric = METRIC_test_error},
    {.name = "brightness",
     .title = "Test error under random changes of brightness",
     .x_label = "brightness plus or minus up to this part of white",
     .y_label = "test error in %",
     .only = "test_contrast=0",
     .panels = "panel",
     .series = "norm",
     .x = "test_brightness",
     .of.metric = METRIC_test_error},
    {0},
};

const struct experiment experiment_contrast = {
    .plan.name = "contrast",
    .plan.version = 1,
    .plan.title = "contrast and brightness at test time",
    .plan.question =
        "How much does a trained net lose when the contrast and the brightness of each test "
        "image change, by norm and by its place?",
    .plan.axis = {"panel", "net", "norm", "test_contrast", "test_brightness"},
    .plan.preset =
        {
            [PRESET_SMOKE] = {"smoke",
                              "generated data, two distortions: seconds, for tests",
                              "0-1",
                              COMMON "data=synthetic train_count=128 test_count=100 epochs=1 ",
                              {HIDDEN "test_contrast=0,0.5 test_brightness=0",
                               INPUT "test_contrast=0 test_brightness=0.2"}},
            [PRESET_DEMO] = {"demo",
                             "4,000 images, three seeds: at most 3 minutes on two cores",
                             "0-2",
                             COMMON "data=fashion-mnist train_count=4000 test_count=5000 epochs=4 ",
                             {HIDDEN CONTRASTS, HIDDEN BRIGHTNESSES, INPUT CONTRASTS,
                              INPUT BRIGHTNESSES}},
            [PRESET_PAPER] = {"paper",
                              "10,000 images, five seeds",
                              "0-4",
                              COMMON "data=fashion-mnist train_count=10000 epochs=5 ",
                              {HIDDEN CONTRASTS, HIDDEN BRIGHTNESSES, INPUT CONTRASTS,
                               INPUT BRIGHTNESSES}},
        },
    .claims = claims,
    .tables = tables,
    .figures = figures,
};
