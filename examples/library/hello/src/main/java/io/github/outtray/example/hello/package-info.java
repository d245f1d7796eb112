/** The whole of the example library. */
package io.github.outtray.example.hello;
