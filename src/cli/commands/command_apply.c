#include "base/error.h"
#include "cli/command.h"
#include "tools/apply.h"
#include <string.h>

static int run(int argc, char **argv)
{
    const char *layout = "nhwc";
    bool eval = false;
    const struct flag flags[] = {
        {"--layout", NULL, FLAG_TEXT, &layout},
        {"--eval", NULL, FLAG_BOOL, &eval},
        {0},
    };
    bool nchw;

    parse_arguments(argc, argv, flags, 3, 3, "takes \"SPEC\" IN.h5 OUT.h5");
    nchw = strcmp(layout, "nchw") == 0;
    if (!nchw && strcmp(layout, "nhwc"))
        die_usage("apply", "--layout %s: should be nhwc or nchw", layout);
    return apply_file(argv[1], argv[2], argv[3], nchw ? APPLY_NCHW : APPLY_NHWC, eval) ? EXIT_FAILED
                                                                                       : EXIT_DONE;
}

const struct command command_apply = {
    "apply",
    "run one layer on tensors from an HDF5 file",
    "usage: normlab apply \"SPEC\" IN.h5 OUT.h5 [--layout nhwc|nchw] [--eval]\n\n"
    "IN    x [N,C], [N,T,C] or [N,H,W,C], or tokens [N,T]; with --layout nchw the channels follow N.\n"
    "      Optional: dy (the gradient of y), mask [N,T] (1, or 0 at padding), param/NAME, state/NAME. The layer\n"
    "      add takes a second input x2\n"
    "OUT   y; with dy also dx and dparam/NAME; param/NAME and state/NAME as they are after the call\n\n"
    "The names are gamma, beta, weight, bias, running_mean, running_var, num_batches_tracked, weight_v,\n"
    "weight_g and gain with weightnorm= and ws=scaled, as in PyTorch and timm, and of some layers others,\n"
    "as tau of tlu; OUT shows them. With --layout nchw weights are stored as in PyTorch (conv2d\n"
    "[out,in,k,k], dense [out,in]), without it as in normlab ([k,k,in,out], [in,out]).\n\n"
    "A file at OUT is replaced when it is an HDF5 file and not IN itself.\n\n"
    "  --eval   inference mode: running statistics, no dropout\n\n"
    "example: normlab apply \"groupnorm groups=4\" in.h5 out.h5 --layout nchw\n",
    run,
};
