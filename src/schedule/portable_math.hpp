// Powers and logarithms with the same bits on every machine. The C library's differ in the last digit between
// processors with and without fused multiplication, and a schedule must not (docs/decisions/014-portable-math.md).
#pragma once

namespace ebb {

// e^x, for x within -700..700; outside it is that of the nearest end. Within 1e-15 of the true value, relatively.
double portable_exp(double x);
// The natural logarithm of a positive, finite, normal number; within 1e-15, relatively or absolutely.
double portable_log(double x);
// x^y for such an x: e^(y ln x), within 1e-15 for each unit of y ln x.
double portable_pow(double x, double y);

}  // namespace ebb
