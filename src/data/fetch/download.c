#include "data/fetch/download.h"
#include "base/number.h"
#include "base/system/file.h"
#include "base/system/progress.h"
#include "data/fetch/fetch.h"
#include <curl/curl.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REDIRECTS_MAX      10L
#define RESUMPTIONS_MAX    50
#define SLOWEST_BYTES_S    1000L
#define HTTP_OK            200
#define HTTP_PARTIAL       206
#define HTTP_NOT_THE_RANGE 416

/* Why normlab, not the server, ended a transfer. */
enum refusal { REFUSED_NOT, REFUSED_STATUS, REFUSED_SIZE, REFUSED_RANGE, REFUSED_WRITE };

struct transfer {
    const struct download *d;
    CURL *curl;
    int fd;
    uint64_t from, size; /* size of the partial file in bytes, before the request and now */
    bool started;        /* begin_body() was called for this request */
    enum refusal refusal;
    int write_errno;
    struct progress progress;
};

static long http_status(const struct transfer *t)
{
    long status = 0;

    curl_easy_getinfo(t->curl, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

/* Returns the number after the character `mark` in the response's header Content-Range, as in "bytes 100-199/200";
 * -1 when there is none. */
static long long content_range(const struct transfer *t, char mark)
{
    struct curl_header *header;
    const char *at;
    char *end;
    long long v;

    if (curl_easy_header(t->curl, "Content-Range", 0, CURLH_HEADER, -1, &header) != CURLHE_OK)
        return -1;
    at = strchr(header->value, mark);
    v = at ? strtoll(at + 1, &end, 10) : -1;
    return at && end > at + 1 ? v : -1;
}

/* Empties the partial file. Returns false, and sets t->write_errno, when that fails. */
static bool restart_file(struct transfer *t)
{
    t->size = 0;
    if (ftruncate(t->fd, 0) == 0 && lseek(t->fd, 0, SEEK_SET) == 0)
        return true;
    t->write_errno = errno;
    return false;
}

/* Called when the header of a response has arrived. Returns true when the body can be appended to the file (which is
 * emptied first if the body is the whole file). Otherwise returns false and sets t->refusal to the reason. */
static bool begin_body(struct transfer *t)
{
    long status = http_status(t);
    curl_off_t length = -1;

    t->started = true;
    curl_easy_getinfo(t->curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    if (status == HTTP_OK)
        t->refusal = t->size > 0 && !restart_file(t) ? REFUSED_WRITE : REFUSED_NOT;
    else if (status == HTTP_PARTIAL)
        t->refusal = content_range(t, ' ') == (long long)t->from ? REFUSED_NOT : REFUSED_RANGE;
    else
        t->refusal = status == HTTP_NOT_THE_RANGE ? REFUSED_RANGE : REFUSED_STATUS;
    progress_start(&t->progress, t->d->what, length > 0 ? (double)length : 0, t->d->quiet);
    return t->refusal == REFUSED_NOT;
}

/* libcurl calls this function for each piece of a body (CURLOPT_WRITEFUNCTION). */
static size_t write_body(char *data, size_t one, size_t count, void *context)
{
    struct transfer *t = context;
    size_t n = one * count;

    if (!t->started && !begin_body(t))
        return CURL_WRITEFUNC_ERROR;
    if (t->size + n > t->d->bytes_max) {
        t->refusal = REFUSED_SIZE;
        return CURL_WRITEFUNC_ERROR;
    }
    if (file_put(t->fd, data, n)) {
        t->write_errno = errno;
        t->refusal = REFUSED_WRITE;
        return CURL_WRITEFUNC_ERROR;
    }
    t->size += n;
    return n;
}

/* Shows how much of the body has arrived: `now` of `total` bytes, 0 if the server does not say. With `force`, however
 * little time has passed since the line before. */
static void show_received(struct transfer *t, double total, double now, bool force)
{
    char note[64];

    if (total > 0)
        number_format(note, sizeof note, "%.1f of %.1f MB", 1e-6 * (double)t->size,
                      1e-6 * ((double)t->size + total - now));
    else
        number_format(note, sizeof note, "%.1f MB", 1e-6 * (double)t->size);
    progress_show(&t->progress, now, note, force);
}

/* libcurl calls this function during a transfer (CURLOPT_XFERINFOFUNCTION). */
static int show_progress(void *context, curl_off_t total, curl_off_t now, curl_off_t up_total,
                         curl_off_t up)
{
    struct transfer *t = context;

    (void)up_total, (void)up;
    if (t->started && t->refusal == REFUSED_NOT)
        show_received(t, (double)total, (double)now, false);
    return 0;
}

static void set_options(struct transfer *t, char message[CURL_ERROR_SIZE])
{
    char range[32];

    curl_easy_setopt(t->curl, CURLOPT_URL, t->d->url);
    curl_easy_setopt(t->curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(t->curl, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(t->curl, CURLOPT_MAXREDIRS, REDIRECTS_MAX);
    curl_easy_setopt(t->curl, CURLOPT_CONNECTTIMEOUT, (long)t->d->timeout_s);
    curl_easy_setopt(t->curl, CURLOPT_LOW_SPEED_LIMIT, SLOWEST_BYTES_S);
    curl_easy_setopt(t->curl, CURLOPT_LOW_SPEED_TIME, (long)t->d->timeout_s);
    curl_easy_setopt(t->curl, CURLOPT_USERAGENT, "normlab");
    curl_easy_setopt(t->curl, CURLOPT_ERRORBUFFER, message);
    curl_easy_setopt(t->curl, CURLOPT_WRITEFUNCTION, write_body);
    curl_easy_setopt(t->curl, CURLOPT_WRITEDATA, t);
    curl_easy_setopt(t->curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(t->curl, CURLOPT_XFERINFOFUNCTION, show_progress);
    curl_easy_setopt(t->curl, CURLOPT_XFERINFODATA, t);
    /* CURLOPT_RANGE, not CURLOPT_RESUME_FROM, with which libcurl fails when the server sends the whole file. */
    snprintf(range, sizeof range, "%" PRIu64 "-", t->from);
    if (t->from > 0)
        curl_easy_setopt(t->curl, CURLOPT_RANGE, range);
}

/* Makes one request. `message` gets libcurl's reason if it fails. */
static CURLcode request(struct transfer *t, char message[CURL_ERROR_SIZE])
{
    CURLcode code;

    t->from = t->size;
    t->started = false;
    t->refusal = REFUSED_NOT;
    message[0] = '\0';
    curl_easy_reset(t->curl);
    set_options(t, message);
    code = curl_easy_perform(t->curl);
    if (code == CURLE_OK && !t->started) /* the body is empty */
        begin_body(t);
    /* Without this, the last line of a fast transfer might say 40 %. */
    if (code == CURLE_OK && t->refusal == REFUSED_NOT)
        show_received(t, t->progress.total, t->progress.total, true);
    if (t->started)
        progress_hide(&t->progress);
    if (message[0] == '\0')
        snprintf(message, CURL_ERROR_SIZE, "%s", curl_easy_strerror(code));
    return code;
}

/* True when this request received some bytes, and then the connection broke. */
static bool worth_resuming(const struct transfer *t, CURLcode code)
{
    bool broke = code == CURLE_PARTIAL_FILE || code == CURLE_RECV_ERROR || code == CURLE_HTTP2 ||
                 code == CURLE_HTTP2_STREAM;

    return broke && t->refusal == REFUSED_NOT && t->size > t->from;
}

/* True when the server answers that its file ends where the partial file ends. The partial file is then complete, or
 * belongs to another file. */
static bool is_whole(const struct transfer *t)
{
    long long total = content_range(t, '/');

    return http_status(t) == HTTP_NOT_THE_RANGE && t->from > 0 &&
           (total < 0 || total == (long long)t->from);
}

static enum fetch_result write_failed(const struct transfer *t, struct text *why)
{
    text_add(why, "cannot write %s: %s", t->d->path, strerror(t->write_errno));
    return FETCH_STOP;
}

/* Appends to `why` the reason for which a request failed, and returns the result for download(). */
static enum fetch_result failed(struct transfer *t, CURLcode code, const char *message,
                                struct text *why)
{
    long status = http_status(t);

    if (t->refusal == REFUSED_WRITE || (t->refusal == REFUSED_SIZE && !restart_file(t)))
        return write_failed(t, why);
    if (t->refusal == REFUSED_SIZE)
        text_add(why, "sends more than the %" PRIu64 " bytes that it may be", t->d->bytes_max);
    else if (t->refusal == REFUSED_RANGE && status == HTTP_PARTIAL)
        text_add(why, "sends another part of the file than was asked for");
    else if (t->refusal != REFUSED_NOT)
        text_add(why, "the server answers HTTP %ld", status);
    else if (code == CURLE_OPERATION_TIMEDOUT && t->started)
        text_add(why, "stalled %" PRIu64 " bytes into the file: next to nothing came for %d s",
                 t->size, t->d->timeout_s);
    else if (code == CURLE_OPERATION_TIMEDOUT)
        text_add(why, "no answer within %d s", t->d->timeout_s);
    else
        text_adds(why, message);
    return FETCH_NEXT;
}

/* Requests the file until it is complete. A connection that broke is opened again. When the server does not send the
 * missing part, the file is requested once more from its beginning. */
static enum fetch_result transfer(struct transfer *t, struct text *why)
{
    char message[CURL_ERROR_SIZE];
    bool restarted = false;

    for (int i = 0;; i++) {
        CURLcode code = request(t, message);

        if (t->refusal == REFUSED_RANGE && t->from > 0 && !restarted) {
            if (is_whole(t))
                return FETCH_DONE;
            if (!restart_file(t))
                return write_failed(t, why);
            restarted = true;
            continue;
        }
        if (t->refusal == REFUSED_NOT && code == CURLE_OK)
            return FETCH_DONE;
        if (i == RESUMPTIONS_MAX || !worth_resuming(t, code))
            return failed(t, code, message, why);
    }
}

/* Opens the partial file, which need not exist, for writing at its end. A file that is too large is emptied. Returns
 * FETCH_DONE or FETCH_STOP. */
static enum fetch_result open_partial(struct transfer *t, struct text *why)
{
    struct stat st;
    off_t end;

    t->fd = open(t->d->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    end = t->fd < 0 ? -1 : lseek(t->fd, 0, SEEK_END);
    if (end < 0) {
        t->write_errno = errno;
        return write_failed(t, why);
    }
    if (fstat(t->fd, &st) == 0 && st.st_nlink > 1) {
        text_add(why, "cannot write %s: it is a second name of another file", t->d->path);
        return FETCH_STOP;
    }
    t->size = (uint64_t)end;
    if (t->size > t->d->bytes_max && !restart_file(t))
        return write_failed(t, why);
    return FETCH_DONE;
}

enum fetch_result download(const struct download *d, struct text *why)
{
    struct transfer t = {.d = d, .fd = -1};
    enum fetch_result r = open_partial(&t, why);

    if (r == FETCH_DONE) {
        t.curl = curl_global_init(CURL_GLOBAL_DEFAULT) ? NULL : curl_easy_init();
        if (t.curl) {
            r = transfer(&t, why);
        } else {
            text_add(why, "libcurl %s cannot start", fetch_curl_version());
            r = FETCH_STOP;
        }
        curl_easy_cleanup(t.curl);
        curl_global_cleanup();
    }
    /* Some file systems report a full disk only at close(). */
    if (t.fd >= 0 && close(t.fd) && r == FETCH_DONE) {
        t.write_errno = errno;
        r = write_failed(&t, why);
    }
    if (t.fd >= 0 && t.size == 0 && r != FETCH_DONE)
        unlink(d->path);
    return r;
}

bool fetch_is_url(const char *url)
{
    return ascii_starts(url, "http://") || ascii_starts(url, "https://");
}

const char *fetch_curl_version(void)
{
    return curl_version_info(CURLVERSION_NOW)->version;
}
