// What the processor and the system can do and Swift has no word for. Functions only, so that nothing
// is linked.
#ifndef CONNECTORCTL_INTRINSICS_H
#define CONNECTORCTL_INTRINSICS_H

#include <stdint.h>
#include <sys/types.h>

#if defined(__linux__)
// The C library declares it only where all extensions are asked for.
int fallocate(int descriptor, int mode, off_t offset, off_t length);

// Sets space aside for the first `bytes` of a file, whose size stays as it is.
static inline int intrinsics_reserve(int descriptor, off_t bytes) {
    const int keep_size = 1;
    return fallocate(descriptor, keep_size, 0, bytes);
}
#else
static inline int intrinsics_reserve(int descriptor, off_t bytes) {
    (void)descriptor, (void)bytes;
    return 0;
}
#endif

// Asks for the cache line at `address`, which need not be readable.
static inline void intrinsics_prefetch(const void *address) { __builtin_prefetch(address); }

// Tells the processor that a thread waits for another one.
static inline void intrinsics_pause(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield");
#endif
}

// Sixteen bytes of a JSON string, a bit a byte, the first byte in the lowest bit.
typedef struct {
    uint32_t stops;    // quotes, backslashes and control characters below 0x20
    uint32_t unusual;  // DEL and everything that is not ASCII
} intrinsics_string_bits;

// `intrinsics_equal16` compares sixteen bytes with sixteen others, a bit a byte.

#if defined(__SSE2__)
#include <emmintrin.h>

static inline intrinsics_string_bits intrinsics_string16(const void *bytes) {
    const __m128i v = _mm_loadu_si128((const __m128i *)bytes);
    const __m128i quote = _mm_cmpeq_epi8(v, _mm_set1_epi8('"'));
    const __m128i backslash = _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'));
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x1F)), v);
    const __m128i stops = _mm_or_si128(_mm_or_si128(quote, backslash), control);
    const __m128i unusual = _mm_or_si128(v, _mm_add_epi8(v, _mm_set1_epi8(1)));
    intrinsics_string_bits bits;
    bits.stops = (uint32_t)_mm_movemask_epi8(stops);
    bits.unusual = (uint32_t)_mm_movemask_epi8(unusual);
    return bits;
}

static inline uint32_t intrinsics_equal16(const void *left, const void *right) {
    const __m128i a = _mm_loadu_si128((const __m128i *)left);
    const __m128i b = _mm_loadu_si128((const __m128i *)right);
    return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(a, b));
}

#else

static inline intrinsics_string_bits intrinsics_string16(const void *bytes) {
    const uint8_t *p = (const uint8_t *)bytes;
    intrinsics_string_bits bits = {0, 0};
    for (int i = 0; i < 16; i++) {
        bits.stops |= (uint32_t)(p[i] == '"' || p[i] == '\\' || p[i] < 0x20) << i;
        bits.unusual |= (uint32_t)(p[i] >= 0x7F) << i;
    }
    return bits;
}

static inline uint32_t intrinsics_equal16(const void *left, const void *right) {
    const uint8_t *a = (const uint8_t *)left;
    const uint8_t *b = (const uint8_t *)right;
    uint32_t bits = 0;
    for (int i = 0; i < 16; i++) bits |= (uint32_t)(a[i] == b[i]) << i;
    return bits;
}

#endif
#endif
